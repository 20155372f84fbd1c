import { expect, it, vi } from 'vitest';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { companyType } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import type { ImportSet } from './import-api';
import { SetQuestions } from './set-questions';

const set: ImportSet = {
  id: 's1', status: 'open', created_at: '2026-01-01T00:00:00Z', imports: [], associations: [],
  notes: [{ file_name: 'weather.csv', text: 'No record type fits its columns.', file_id: 'f1' }, { file_name: 'team.csv', text: 'Holds the people of the team.' }],
  can: { check: false, run: false, pause: false, cancel: false, undo: false },
};

it('asks what the rows of an unknown file are', async () => {
  const api = new FakeApi().answer(({ path }) => (path.startsWith('/import-sets/s1') ? { body: { ...set, notes: [] } } : undefined)).install();
  const onSet = vi.fn();
  renderPage(<SetQuestions set={set} types={[companyType]} onSet={onSet} />);
  expect(screen.queryByText('team.csv')).not.toBeInTheDocument();
  const choice = await screen.findByLabelText('What are the rows of weather.csv?');
  await screen.findByRole('option', { name: 'Accounts' });
  await userEvent.selectOptions(choice, 'company');
  expect(api.calls.find(c => c.path === '/import-sets/s1/files/f1')).toMatchObject({ method: 'POST', body: { record_type: 'company' } });
  expect(onSet).toHaveBeenCalledWith({ ...set, notes: [] });
});
