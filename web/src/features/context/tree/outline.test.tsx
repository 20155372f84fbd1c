import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeApi, type Call } from '@/testing/fake-api';
import { session } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import type { Tree, TreeNode } from './tree-api';
import { TreePage } from './tree-page';

vi.mock('next/navigation', () => ({ usePathname: () => '/context/trees/p1', useRouter: () => ({ push: vi.fn(), replace: vi.fn() }), useSearchParams: () => new URLSearchParams() }));

const use = { uses: 0, out: 0, told: 0, accounts: 0, young: 0, replies: 0, wins: 0, won: {} };
const node = (id: string, kind: string, title: string, children: TreeNode[] = []): TreeNode => ({
  entry: { id, type: 'context_entry', version: 3, title, created_at: '', updated_at: '', kind, status: 'live', language: 'en', parent_id: null, position: 1 },
  badges: [], use, outdated: 0, variants: [], children,
});
const tree: Tree = {
  tree: { id: 't1', type: 'message_tree', version: 1, title: 'Know every litre', created_at: '', updated_at: '', _refs: { product_id: { id: 'p1', type: 'product', title: 'Tern Pro' } } },
  nodes: [node('h', 'headline', 'Know every litre', [node('a', 'value_prop', 'No pipe is cut'), node('b', 'value_prop', 'Installed in an hour')])],
  notes: ['The problem that this product solves is not told.'],
  kinds: [
    { kind: 'headline', label: 'Headline', proof: false, parents: [], place: 'A headline stands at the top of the tree' },
    { kind: 'value_prop', label: 'Value proposition', proof: false, parents: ['headline'], place: 'A value proposition stands at the top of the tree or under a headline' },
  ],
  how_use_is_counted: '',
};

let calls: Call[];
beforeEach(() => {
  const api = new FakeApi().answer(({ method, path }) => {
    if (path === '/session') return { body: { ...session, permissions: [...session.permissions, 'message_tree.read', 'context_entry.read', 'context_entry.create', 'context_entry.update'] } };
    if (method === 'GET' && path === '/context/trees/p1') return { body: tree };
    if (path.endsWith('/move') || path.endsWith('/insert')) return { body: { change_set_id: 'cs1', change_set: { operations: [] } } };
    if (path === '/context_entries/a' && method === 'PATCH') return { status: 412, body: { status: 412, code: 'stale_version', detail: 'It has changed.' } };
    if (path === '/context_entries/a') return { body: { ...tree.nodes[0]?.children[0]?.entry, version: 4, title: 'No pipe is ever cut' } };
    if (path.startsWith('/context_entries/a/history')) return { body: { data: [{ user_name: 'Ivo Brandl' }] } };
    return undefined;
  }).install();
  calls = api.calls;
});

const at = async (name: RegExp) => screen.findByRole('treeitem', { name });

describe('the outline by keyboard', () => {
  it('walks, closes and finds by typing', async () => {
    renderPage(<TreePage />);
    (await at(/Know every litre/)).focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('treeitem', { name: /No pipe is cut/ })).toHaveFocus());
    await userEvent.keyboard('in');
    await waitFor(() => expect(screen.getByRole('treeitem', { name: /Installed in an hour/ })).toHaveFocus());
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(screen.getByRole('treeitem', { name: /Know every litre/ })).toHaveFocus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(await at(/Know every litre/)).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('treeitem', { name: /No pipe/ })).toBeNull();
  });

  it('moves among its own, and says why it cannot go in', async () => {
    renderPage(<TreePage />);
    (await at(/Installed in an hour/)).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(calls.find(c => c.path.endsWith('/move'))).toMatchObject({ body: { node_id: 'b', parent_id: 'h', before: 'a' }, headers: { 'If-Match': '"3"' } }));
    const before = calls.length;
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect((await screen.findAllByText(/not under a value proposition/))[0]).toBeInTheDocument();
    expect(calls.slice(before).filter(c => c.path.endsWith('/move'))).toEqual([]);
  });

  it('keeps both wordings where two people write the same message', async () => {
    renderPage(<TreePage />);
    (await at(/No pipe is cut/)).focus();
    await userEvent.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: /Words of No pipe is cut/ });
    await userEvent.clear(field);
    await userEvent.type(field, 'Nothing is cut{Enter}');
    const met = await screen.findByRole('region', { name: 'Changed meanwhile' });
    expect(met).toHaveTextContent('Ivo Brandl changed this message');
    expect(met).toHaveTextContent('Nothing is cut');
    expect(met).toHaveTextContent('ever');
  });

  it('adds beside and under', async () => {
    renderPage(<TreePage />);
    (await at(/No pipe is cut/)).focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await userEvent.type(await screen.findByRole('textbox', { name: /New value proposition under/ }), 'It pays for itself{Enter}');
    await waitFor(() => expect(calls.find(c => c.path.endsWith('/insert'))?.body).toMatchObject({ kind: 'value_prop', title: 'It pays for itself', parent_id: 'h', after: 'a' }));
  });
});
