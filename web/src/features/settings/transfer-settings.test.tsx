import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeApi } from '@/testing/fake-api';
import { session } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { TransferSettings } from './transfer-settings';

const admin = { ...session, permissions: [...session.permissions, 'workspace.manage'] };

const done = {
  id: 'e1', kind: 'everything', status: 'done', progress: { done: 10, total: 10, message: null }, file_name: 'windrose-everything-2026-11-22.zip',
  size: 52_000, summary: null, error: null, created_by: 'Olive Owner', created_at: '2026-11-22T12:00:00Z', finished_at: '2026-11-22T12:01:00Z',
};
const running = { ...done, id: 'e2', kind: 'training', status: 'running', progress: { done: 50, total: 200, message: 'Inputs' }, file_name: null, size: null };

it('starts, shows and hands out files of the workspace', async () => {
  const started: unknown[] = [];
  new FakeApi().answer(({ path, method, body }) => {
    if (path === '/session') return { body: admin };
    if (path === '/workspace/exports' && method === 'POST') {
      started.push(body);
      return { status: 202, body: { ...running, id: 'e3' } };
    }
    if (path === '/workspace/exports') return { body: { data: [running, done] } };
    return path === '/workspace/import' ? { body: { possible: false, reason: 'This workspace has records already.', import: null } } : undefined;
  }).install();
  renderPage(<TransferSettings />);
  const files = await screen.findByRole('list', { name: 'Files' });
  expect(within(files).getByRole('link', { name: 'Download' })).toHaveAttribute('href', '/api/v1/workspace/exports/e1/content');
  expect(within(files).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  expect(screen.getByRole('button', { name: 'Export: For training' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Export: Everything' }));
  expect(started).toEqual([{ kind: 'everything' }]);
  expect(await screen.findByText('This workspace has records already.')).toBeInTheDocument();
});

it('says why a file was refused', async () => {
  new FakeApi().answer(({ path, method }) => {
    if (path === '/session') return { body: admin };
    if (path === '/workspace/exports') return { body: { data: [] } };
    if (path !== '/workspace/import') return undefined;
    return method === 'POST'
      ? { status: 400, body: { status: 400, code: 'bad_value', detail: 'The file is no ZIP archive, or it is not complete.' } }
      : { body: { possible: true, reason: null, import: null } };
  }).install();
  renderPage(<TransferSettings />);
  await userEvent.upload(await screen.findByLabelText('File of a workspace'), new File(['x'], 'some.zip', { type: 'application/zip' }));
  expect(await screen.findByText(/no ZIP archive/)).toBeInTheDocument();
});
