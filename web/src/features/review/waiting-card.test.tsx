import { beforeEach, expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ChangeSet } from '@/lib/change-sets';
import { FakeApi } from '@/testing/fake-api';
import { renderPage } from '@/testing/render-page';
import { WaitingCard } from './waiting-card';

const proposed: ChangeSet = {
  id: 'cs', status: 'proposed', actor: { kind: 'person', name: 'Ada Quist' }, cause: { kind: 'message' }, summary: 'Account churned', created_at: '2026-03-04T10:00:00Z',
  operations: ['one', 'two'].map(id => ({
    id, op: 'update' as const, record_type: 'company', record_id: id, record_title: `Fjord Works ${id}`, status: 'waiting' as const, reason: 'Waits for a decision.',
    fields: [{ field: 'customer_state', label: 'State', before: 'using', after: 'exploring', evidence: { quote: 'they look around again' } }],
  })),
};

let api: FakeApi;

beforeEach(() => {
  api = new FakeApi().answer(({ path }) => (path.startsWith('/change-sets') ? { body: proposed } : undefined)).install();
});

const decided = (what: string) => api.calls.find(c => c.path === `/change-sets/cs/${what}`);

it('shows old and new with the words it rests on', async () => {
  renderPage(<WaitingCard id="cs" known={proposed} />);
  expect((await screen.findAllByText('Using')).length).toBe(2);
  expect(screen.getAllByText('Exploring').length).toBe(2);
  expect(screen.getAllByText('“they look around again”').length).toBe(2);
});

it('applies with A and refuses with R', async () => {
  renderPage(<WaitingCard id="cs" known={proposed} keyboard />);
  await userEvent.keyboard('a');
  await waitFor(() => expect(decided('apply')).toBeDefined());
  await userEvent.keyboard('r');
  await waitFor(() => expect(decided('refuse')).toBeDefined());
});

it('leaves the keys alone while something is typed', async () => {
  renderPage(<><input aria-label="Note" /><WaitingCard id="cs" known={proposed} keyboard /></>);
  await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'a rare');
  expect(decided('apply')).toBeUndefined();
});

it('applies a single operation', async () => {
  renderPage(<WaitingCard id="cs" known={proposed} />);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Apply only this' }))[1] as HTMLElement);
  await waitFor(() => expect(decided('apply')?.body).toEqual({ operations: ['two'] }));
});

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }));
