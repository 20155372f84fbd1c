import { beforeEach, expect, it, vi } from 'vitest';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { renderPage } from '@/testing/render-page';
import type { DryRun, Import } from './import-api';
import { ImportPage } from './import-page';

vi.mock('next/navigation', () => ({
  usePathname: () => '/imports/i1',
  useRouter: () => ({ push: vi.fn() }),
  useSearchParams: () => new URLSearchParams(),
}));

const uploaded: Import = {
  id: 'i1', record_type: 'company', file_name: 'accounts.csv', status: 'uploaded', row_count: 2, delimiter: ';', encoding: 'UTF-8', match_keys: ['name'],
  columns: [{ name: 'firm', samples: ['Fjord Works'], suggested_field: 'name' }, { name: 'phase', samples: ['Live'], suggested_field: 'customer_state' }],
  choice_questions: [{ column: 'phase', field: 'customer_state', values: [{ value: 'Live', suggested: 'using', count: 2 }] }],
};
const checked: DryRun = {
  creates: 1, updates: 1, unchanged: 0, refused: 0,
  rows: [
    { row: 2, outcome: 'create', title: 'Fjord Works', fields: [{ field: 'customer_state', after: 'using' }] },
    { row: 3, outcome: 'update', title: 'Old Works', fields: [{ field: 'customer_state', before: 'exploring', after: 'using' }] },
  ],
};

let api: FakeApi;
let state: Import;

beforeEach(() => {
  state = uploaded;
  api = new FakeApi().answer(({ method, path, body }) => {
    if (!path.startsWith('/imports/i1')) return undefined;
    if (method === 'PUT') state = { ...state, status: 'mapped', mapping: body as Import['mapping'] };
    if (path.endsWith('/dry-run')) state = { ...state, status: 'checked', dry_run: checked };
    if (path.endsWith('/run')) state = { ...state, status: 'done', result: checked, change_set_ids: ['cs'], change_set_id: 'cs' };
    return { body: path.endsWith('/dry-run') ? checked : state };
  }).install();
});

it('leads from mapping and questions over the dry run to the result', async () => {
  const { client } = renderPage(<ImportPage />);
  client.setQueryData(['imports'], [uploaded]);
  expect(await screen.findByLabelText('Field for firm')).toHaveValue('name');
  expect(screen.getByLabelText('Meaning of Live')).toHaveValue('using');
  await userEvent.click(screen.getByRole('button', { name: 'See what would change' }));
  expect(await screen.findByRole('button', { name: 'Import 2 rows' })).toBeInTheDocument();
  const sent = api.calls.find(c => c.method === 'PUT')?.body;
  expect(sent).toEqual({ columns: { firm: 'name', phase: 'customer_state' }, choices: { customer_state: { Live: 'using' } }, match_key: 'name' });
  await userEvent.click(screen.getByRole('button', { name: 'Import 2 rows' }));
  expect(await screen.findByRole('heading', { name: 'Imported' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Undo the import' })).toBeInTheDocument();
  // The list of imports must not go on saying that this one needs a mapping.
  expect(client.getQueryState(['imports'])?.isInvalidated).toBe(true);
});

it('asks for a required field that no column fills', async () => {
  renderPage(<ImportPage />);
  await userEvent.selectOptions(await screen.findByLabelText('Field for firm'), '');
  expect(screen.getByRole('button', { name: 'See what would change' })).toBeDisabled();
  expect(screen.getByText(/must be filled by a column/)).toBeInTheDocument();
});

it('goes on where it was after a reload', async () => {
  state = { ...uploaded, status: 'running', progress: { done: 1, total: 2, rows_per_second: 10, seconds_left: 3 } };
  renderPage(<ImportPage />);
  expect(await screen.findByRole('progressbar', { name: 'Import' })).toHaveAttribute('aria-valuenow', '50');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(api.calls.some(c => c.path === '/imports/i1/cancel')).toBe(true));
});

it('says that rows are still being read, and where an undo leads', async () => {
  const one: DryRun = { ...checked, rows: [] };
  state = { ...uploaded, status: 'cancelled', result: one, change_set_ids: ['cs'], change_set_id: 'cs' };
  let rows: (answer: { body: object }) => void = () => undefined;
  api = new FakeApi().answer(({ method, path }) => {
    if (path.startsWith('/imports/i1/rows')) return new Promise<{ body: object }>(done => (rows = done));
    if (!path.startsWith('/imports/i1')) return undefined;
    if (method === 'POST') state = { ...state, status: 'undone' };
    return { body: state };
  }).install();
  renderPage(<ImportPage />);
  expect(await screen.findByText('Reading the rows…')).toBeInTheDocument();
  expect(screen.queryByText('No such rows.')).not.toBeInTheDocument();
  rows({ body: { data: [] } });
  expect(await screen.findByText('No such rows.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Undo the import' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByRole('heading', { name: 'Undone' })).toHaveFocus();
});
