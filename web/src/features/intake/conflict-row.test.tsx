import { expect, it } from 'vitest';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { session } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import type { ChangeOperation, ChangeSet } from '@/lib/change-sets';
import type { Formats } from '@/lib/format';
import { ConflictRow, isConflict } from './conflict-row';

const operation = {
  id: 'o1', op: 'update', status: 'waiting', record_type: 'company', record_id: 'c1', record_title: 'Pellham Rail', reason: 'A person entered it.', confidence: 0.9,
  evidence: { quote: 'they are 450 people by now', start: 0, end: 26 },
  fields: [
    { field: 'employee_size', label: 'Employees', before: '300', after: '450', evidence: { quote: '450 people', start: 9, end: 19 } },
    { field: 'industry', label: 'Industry', before: 'Rail', after: 'Freight', evidence: null },
  ],
} as unknown as ChangeOperation;
const set = { id: 's1' } as unknown as ChangeSet;
const context = { formats: {} as Formats, types: [], people: [], titles: {} };

function show(mayAct: boolean) {
  const api = new FakeApi().answer(({ path }) => {
    if (path === '/session') return { body: session };
    if (path.startsWith('/change-sets/s1')) return { body: { id: 's1' } };
    return undefined;
  }).install();
  renderPage(<ul><ConflictRow set={set} operation={operation} context={context} mayAct={mayAct} /></ul>);
  return api;
}

const cells = (name: string) => {
  const row = screen.getByLabelText(name);
  return within(row).getAllByRole('term').map((term, i) => [term.textContent, within(row).getAllByRole('definition')[i]?.textContent]);
};

it('shows old, new and the words for it side by side', () => {
  show(true);
  expect(cells('Employees')).toEqual([['Employees, old', '300'], ['New', '450'], ['Evidence', '“450 people”']]);
  expect(cells('Industry')).toEqual([['Industry, old', 'Rail'], ['New', 'Freight'], ['Evidence', '“they are 450 people by now”']]);
  expect(screen.getByText('A person entered it.')).toBeTruthy();
});

it('takes the new value or keeps the old one, for this record alone', async () => {
  const api = show(true);
  await userEvent.click(screen.getByRole('button', { name: 'Take new' }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep old' }));
  expect(api.calls.filter(call => call.method === 'POST').map(call => call.path)).toEqual(['/change-sets/s1/apply', '/change-sets/s1/refuse']);
});

it('offers nothing to whoever may not decide', () => {
  show(false);
  expect(screen.queryByRole('button')).toBeNull();
});

it('is no conflict where nothing stood before', () => {
  expect(isConflict(operation)).toBe(true);
  expect(isConflict({ ...operation, fields: operation.fields.map(field => ({ ...field, before: null })) })).toBe(false);
});
