import { beforeEach, describe, expect, it, vi } from 'vitest';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { company, companyType, session } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { RecordList } from './record-list';

const go = vi.hoisted(() => ({ pushed: [] as string[], params: '' }));

vi.mock('next/navigation', () => ({
  usePathname: () => '/accounts',
  useRouter: () => ({ push: (href: string) => go.pushed.push(href), replace: vi.fn() }),
  useSearchParams: () => new URLSearchParams(go.params),
}));

beforeEach(() => {
  go.pushed = [];
  go.params = '';
  // jsdom lays nothing out: give the scroller a height, so that rows are rendered.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 380 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1200 });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

const many = Array.from({ length: 250 }, (_, i) => company(i));

describe('a list of records', () => {
  it('shows rows with values in the reader\'s form, and the count', async () => {
    new FakeApi(companyType, many).install();
    renderPage(<RecordList type="company" />);
    expect(await screen.findByText('Fjord Works 3')).toBeInTheDocument();
    expect(screen.getByText('250')).toBeInTheDocument();
    expect(screen.getByText('€3,000')).toBeInTheDocument();
    expect(screen.getAllByText('Ivo Brandl').length).toBeGreaterThan(0);
  });

  it('moves with j and opens with Enter', async () => {
    new FakeApi(companyType, many).install();
    renderPage(<RecordList type="company" />);
    await screen.findByText('Fjord Works 1');
    await userEvent.keyboard('jjk{Enter}');
    expect(go.pushed).toEqual(['/accounts/c0']);
  });

  // What floats is hidden to jsdom, which knows no popovers.
  const hidden = true;
  const editor = () => screen.findByRole('group', { name: /^Edit /, hidden });

  it('changes a cell in place, says when somebody was faster, and goes on to the next cell', async () => {
    const api = new FakeApi(companyType, many).install();
    const { client } = renderPage(<RecordList type="company" />);
    await screen.findByText('Fjord Works 1');
    await userEvent.keyboard('je');
    expect(within(await editor()).getByRole('combobox', { hidden })).toHaveFocus();
    api.rows.set('c0', { ...many[0]!, customer_state: null, version: 9 });
    await userEvent.click(within(await editor()).getAllByRole('option', { selected: false, hidden })[0]!);
    await userEvent.click(await within(await editor()).findByRole('button', { name: 'Save mine', hidden }));
    await waitFor(() => expect(api.rows.get('c0')?.version).toBe(10));
    await waitFor(() => expect(screen.queryByRole('group', { name: /^Edit /, hidden })).toBeNull());
    await userEvent.keyboard('e');
    expect(await editor()).toHaveAccessibleName('Edit State');
    await userEvent.tab();
    expect(await editor()).toHaveAccessibleName('Edit Revenue');
    // Nothing is read anew under the hands; it is when they are gone.
    const reads = () => api.calls.filter(c => c.path === '/companies/query').length;
    const before = reads();
    void client.invalidateQueries({ queryKey: ['list'] });
    expect(reads()).toBe(before);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: /^Edit /, hidden })).toBeNull();
    await waitFor(() => expect(reads()).toBeGreaterThan(before));
    expect(go.pushed).toEqual([]);
  });

  it('goes on with the next condition when one is taken away by keyboard', async () => {
    go.params = 'filter={"or":[{"field":"revenue","op":"is","value":5},{"field":"revenue","op":"is","value":7}]}';
    new FakeApi(companyType, many).install();
    renderPage(<RecordList type="company" />);
    await userEvent.click(await screen.findByRole('button', { name: /^Filter/ }));
    expect((await screen.findAllByRole('combobox', { name: 'Field', hidden }))[0]).toHaveFocus();
    screen.getAllByRole('button', { name: 'Remove condition', hidden })[0]?.focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('combobox', { name: 'Field', hidden })).toHaveFocus();
    expect(screen.getByLabelText(/: value$/)).toHaveValue('7');
    await userEvent.click(screen.getByRole('button', { name: 'Remove condition', hidden }));
    expect(screen.getByRole('button', { name: 'Add condition', hidden })).toHaveFocus();
  });

  it('lets go of a filter that the server does not understand any more', async () => {
    go.params = 'filter={"field":"gone","op":"is","value":1}';
    new FakeApi(companyType, many).answer(c => (c.path === '/companies/query' ? { status: 400, body: { status: 400, code: 'unknown_field', detail: 'Account has no field "gone".' } } : undefined)).install();
    renderPage(<RecordList type="company" />);
    expect(await screen.findByText('Account has no field "gone".')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(location.search).toBe('');
  });

  it('sends filter and sort of the address', async () => {
    go.params = 'filter={"field":"customer_state","op":"in","value":["using"]}&sort=-revenue';
    const api = new FakeApi(companyType, many).install();
    renderPage(<RecordList type="company" />);
    await screen.findByText('Fjord Works 1');
    const query = api.calls.find(c => c.path === '/companies/query');
    expect(query?.body).toMatchObject({ filter: { field: 'customer_state', op: 'in', value: ['using'] }, sort: ['-revenue'], limit: 100, offset: 0, count: true });
  });

  it('says what to do where nothing is', async () => {
    new FakeApi(companyType).install();
    renderPage(<RecordList type="company" />);
    expect(await screen.findByText('No accounts yet')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /New account/ })).toHaveLength(2);
  });

  it('offers to clear a filter that nothing matches', async () => {
    go.params = 'q=zzz';
    new FakeApi(companyType, many).install();
    renderPage(<RecordList type="company" />);
    expect(await screen.findByText('No accounts match')).toBeInTheDocument();
  });

  it('explains an error with the request id and tries again', async () => {
    let broken = true;
    new FakeApi(companyType, many)
      .answer(c => (broken && c.path === '/companies/query' ? { status: 400, body: { status: 400, code: 'unknown_filter', detail: 'There is no field "x".', request_id: 'r-77' } } : undefined))
      .install();
    renderPage(<RecordList type="company" />);
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no field "x". Request r-77'.replace('. R', '.R'));
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Fjord Works 1')).toBeInTheDocument();
  });

  it('shows no permission instead of records', async () => {
    new FakeApi(companyType, many).answer(c => (c.path === '/session' ? { body: { ...session, permissions: [] } } : undefined)).install();
    renderPage(<RecordList type="company" />);
    expect(await screen.findByText('You cannot see this')).toBeInTheDocument();
  });

  it('creates once, names the field that is refused, and opens the record', async () => {
    go.params = 'create=1';
    const api = new FakeApi(companyType, many).install();
    renderPage(<RecordList type="company" />);
    const create = await screen.findByRole('button', { name: 'Create account' });
    await userEvent.click(create);
    expect(await screen.findByText('Name is required.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Quay Systems');
    await userEvent.click(create);
    await waitFor(() => expect(go.pushed).toEqual(['/accounts/n250']));
    const keys = api.calls.filter(c => c.path === '/companies').map(c => c.headers['Idempotency-Key']);
    expect(new Set(keys).size).toBe(2);
  });
});
