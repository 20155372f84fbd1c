import { beforeEach, describe, expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { renderPage } from '@/testing/render-page';
import { ContextAnswer } from './parts/context-answer';
import type { Cited } from './part';

const push = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const cited: Cited = { type: 'context_entry', id: 'e-1', title: 'Returns', version: 2, quote: 'Meters go back within 60 days.', heading: 'Returns', sensitivity: 'internal', why: ['It has words of the question: meters.'] };
const entry = { id: 'e-1', type: 'context_entry', title: 'Returns', version: 3, status: 'live', body: 'Meters go back within 90 days.', effective_from: '2026-03-01', updated_at: '2026-03-01T00:00:00Z', created_at: '2026-03-01T00:00:00Z' };
const other = { verdict: 'contradicted', why: 'The numbers differ.', evidence: [{ record: { id: 'e-2', type: 'context_entry', title: 'Terms' }, quote: 'Meters go back within 30 days.' }] };

function install(found: unknown, check: unknown = { sentences: [] }) {
  new FakeApi().answer(({ path }) => {
    if (path === '/context_entries/e-1') return found ? { body: found } : { status: 404, body: { code: 'not_found', status: 404 } };
    if (path === '/context/check') return { body: check };
    return undefined;
  }).install();
}

beforeEach(() => push.mockClear());

describe('an answer from the context', () => {
  it('says that the words have changed and who says otherwise', async () => {
    install(entry, { sentences: [other] });
    renderPage(<ContextAnswer cited={[cited]} open />);
    expect(screen.getByText('Meters go back within 60 days.')).toBeInTheDocument();
    expect(await screen.findByText(/do not stand in it any more/)).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Terms' })).toHaveAttribute('href', '/context/entries/e-2');
    expect(screen.getByText(/says otherwise: “Meters go back within 30 days.”/)).toBeInTheDocument();
  });

  it('tells why on a key, and opens the entry on another', async () => {
    install({ ...entry, version: 2 });
    renderPage(<ContextAnswer cited={[cited]} open />);
    await screen.findByText(/since/);
    await userEvent.keyboard('w');
    expect(screen.getByText('It has words of the question: meters.')).toBeInTheDocument();
    expect(await screen.findByText('No other live entry was found to say otherwise.')).toBeInTheDocument();
    await userEvent.keyboard('o');
    expect(push).toHaveBeenCalledWith('/context/entries/e-1');
  });

  it('says where the entry may not be read any more', async () => {
    install(null);
    renderPage(<ContextAnswer cited={[cited]} />);
    await waitFor(() => expect(screen.getByText(/you may not read it now/)).toBeInTheDocument());
    expect(screen.queryByRole('link', { name: 'Open' })).toBeNull();
  });
});
