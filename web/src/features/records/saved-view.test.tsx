import { beforeEach, expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { company, companyType } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { BulkBar } from './list/bulk-bar';
import { RecordList } from './record-list';

const go = vi.hoisted(() => ({ params: '' }));

vi.mock('next/navigation', () => ({
  usePathname: () => '/accounts',
  useRouter: () => ({ push: vi.fn(), replace: vi.fn() }),
  useSearchParams: () => new URLSearchParams(go.params),
}));

const view = {
  id: 'v1', name: 'Users', record_type: 'company', layout: 'list', visibility: 'team', editable: true, version: 1, problems: [],
  query: { filter: { field: 'customer_state', op: 'in', value: ['using'] }, sort: ['-revenue'], fields: ['revenue'] },
};
const rows = [1, 3, 5].map(n => company(n));
const withViews = (...list: object[]) => new FakeApi(companyType, rows).answer(c => (c.path.startsWith('/views?') ? { body: { data: list } } : undefined));

beforeEach(() => {
  go.params = '';
  localStorage.clear();
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 380 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1200 });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

it('opens a saved view by its address, with its filter, sorting and columns', async () => {
  go.params = 'view=v1';
  const api = withViews(view).install();
  renderPage(<RecordList type="company" />);
  expect(await screen.findByRole('button', { name: 'Users' })).toBeInTheDocument();
  await screen.findByText('Fjord Works 3');
  const asked = api.calls.filter(c => c.path === '/companies/query').at(-1);
  expect(asked?.body).toMatchObject({ filter: view.query.filter, sort: ['-revenue'] });
  expect(screen.getAllByRole('columnheader').map(h => h.textContent)).toEqual(['', 'Name', 'Revenue']);
  expect(screen.queryByText('changed')).not.toBeInTheDocument();
});

it('says that a view was changed, and offers to save it', async () => {
  go.params = 'view=v1&edited=1&sort=name';
  withViews(view).install();
  renderPage(<RecordList type="company" />);
  expect(await screen.findByText('changed')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Save' })).toBeInTheDocument();
});

it('says what of a view no longer works, and what became of one that is gone', async () => {
  go.params = 'view=v1';
  withViews({ ...view, problems: [{ message: 'The field "Segment" was removed.' }] }).install();
  renderPage(<RecordList type="company" />);
  expect(await screen.findByText(/The field "Segment" was removed\. The rest of the view is shown\./)).toBeInTheDocument();
});

it('opens without a view that somebody deleted', async () => {
  go.params = 'view=gone';
  withViews().install();
  renderPage(<RecordList type="company" />);
  expect(await screen.findByText(/This view does not exist any more/)).toBeInTheDocument();
  expect(await screen.findByText('Fjord Works 3')).toBeInTheDocument();
});

it('shows before and after, writes once, and can take it back', async () => {
  const operation = { id: 'o1', op: 'update', record_type: 'company', record_id: 'c1', record_title: 'Fjord Works 1', status: 'applied', fields: [{ field: 'customer_state', before: 'using', after: 'exploring' }] };
  const answer = { id: 'cs9', counts: { total: 3, changed: 2, unchanged: 1, refused: 0 }, operations: [operation], job_id: null };
  const api = withViews()
    .answer(c => (c.path.startsWith('/companies/bulk') ? { body: answer } : c.path === '/change-sets/cs9/undo' ? { body: {} } : undefined))
    .install();
  const done = vi.fn();
  renderPage(<BulkBar type={companyType} chosen={{ ids: null, filter: undefined, count: 3 }} total={3} bin={false} onAll={vi.fn()} onClear={done} />);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toBeEnabled());
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  await userEvent.click(screen.getByRole('combobox', { name: 'New value of State' }));
  await userEvent.click(screen.getByRole('option', { name: 'Exploring', hidden: true }));
  await userEvent.click(screen.getByRole('button', { name: 'See what changes' }));
  expect(await screen.findByText('2 will change')).toBeInTheDocument();
  expect(screen.getByText('Fjord Works 1')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Change 2' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  const sent = api.calls.filter(c => c.path.startsWith('/companies/bulk'));
  expect(sent.map(c => c.path)).toEqual(['/companies/bulk?dry_run=true', '/companies/bulk']);
  expect(sent[1]?.body).toEqual({ filter: { and: [] }, set: { customer_state: 'exploring' }, expected_count: 3 });
  await userEvent.click(await screen.findByRole('button', { name: 'Undo', hidden: true }));
  await waitFor(() => expect(api.calls.some(c => c.path === '/change-sets/cs9/undo')).toBe(true));
});
