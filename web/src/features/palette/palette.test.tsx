import { beforeEach, expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { renderPage } from '@/testing/render-page';
import { Palette } from './palette';

const push = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

beforeEach(() => {
  push.mockClear();
  new FakeApi().answer(({ path }) => (path.startsWith('/search') ? { body: { took_ms: 1, groups: path.includes('Fjord') ? [{ type: 'company', label: 'Company', total: 1, hits: [{ type: 'company', id: 'c1', title: 'Fjord Works', score: 1, highlights: [] }] }] : [] } } : undefined)).install();
});

it('opens the best match also for those who press Enter before it is there', async () => {
  renderPage(<Palette open onClose={vi.fn()} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Search or ask' }), 'Fjord{Enter}');
  await waitFor(() => expect(push).toHaveBeenCalledWith('/accounts/c1'));
  expect(push).toHaveBeenCalledTimes(1);
});

it('asks where no record is called so', async () => {
  renderPage(<Palette open onClose={vi.fn()} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Search or ask' }), 'what is new{Enter}');
  await waitFor(() => expect(push).toHaveBeenCalledWith('/chat'));
  expect(localStorage.getItem('chat-ask')).toBe('"what is new"');
});
