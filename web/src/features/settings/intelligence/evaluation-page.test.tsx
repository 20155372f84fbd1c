import { expect, it, vi } from 'vitest';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { session } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { EvaluationPage, ExampleLine } from './evaluation-page';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn(), replace: vi.fn() }), usePathname: () => '/settings/evaluation' }));

const figures = (written: number, corrected: number) => ({ messages: null, asked: null, written, kept: written - corrected, corrected, undone: 0, refused: 0, accuracy: (written - corrected) / written });
const report = {
  from: '2026-02-01', to: '2026-03-08',
  total: { ...figures(20, 5), messages: 6, asked: 1 },
  by_week: [{ week: '2026-02-23', ...figures(8, 4) }, { week: '2026-03-02', ...figures(12, 1) }],
  by_entity_week: [{ week: '2026-02-23', entity: 'deal', ...figures(8, 4) }, { week: '2026-03-02', entity: 'deal', ...figures(2, 0) }, { week: '2026-03-02', entity: 'contact', ...figures(10, 1) }],
  by_engine: [], by_entity: [{ entity: 'contact', label: 'Contacts', ...figures(10, 1) }, { entity: 'deal', label: 'Deals', ...figures(10, 4) }], by_field: [],
  examples: { active: 0, used: 0 },
};

it('shows one kind of record over time', async () => {
  new FakeApi().answer(({ path }) => {
    if (path === '/session') return { body: { ...session, permissions: [...session.permissions, 'intake.read'] } };
    if (path.startsWith('/intake/evaluation')) return { body: report };
    if (path.startsWith('/intake/examples')) return { body: { data: [], next_cursor: null } };
    return undefined;
  }).install();
  renderPage(<EvaluationPage />);
  const table = await screen.findByRole('region', { name: 'Over time, table' });
  const shares = () => within(table).getAllByRole('row').slice(1).map(row => within(row).getAllByRole('cell')[0]?.textContent);
  expect(shares()).toEqual(['50%', '91.7%']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind over time' }), 'Contacts');
  expect(shares()).toEqual(['90%']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind over time' }), 'Deals');
  expect(shares()).toEqual(['50%', '100%']);
});

it('leads to the messages that an example was used for', async () => {
  const example = { id: 'e1', at: '2026-03-01T08:00:00Z', kind: 'alias', kind_text: 'Name', text: 'the railway', entity: 'company', field: null, read: null, right: null, record: { type: 'company', id: 'c1', title: 'Pellham Rail' }, person: null, used: 2, active: true };
  new FakeApi().answer(({ path }) => {
    if (path === '/session') return { body: { ...session, permissions: [...session.permissions, 'intake.read', 'llm.manage'] } };
    if (path === '/intake/examples/e1/uses') return { body: { data: [{ message_id: 'm7', at: '2026-03-02T10:00:00Z' }, { message_id: 'm3', at: '2026-03-01T10:00:00Z' }] } };
    return undefined;
  }).install();
  renderPage(<ExampleLine example={example} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Where “the railway” was used' }));
  const links = within(await screen.findByRole('list', { name: 'Messages it was used for' })).getAllByRole('link');
  expect(links.map(link => link.getAttribute('href'))).toEqual(['/inbox?id=m7', '/inbox?id=m3']);
});
