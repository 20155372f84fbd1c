import { beforeEach, describe, expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '@/testing/fake-api';
import { company, companyType } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { RecordPage } from './record-page';

const at = vi.hoisted(() => ({ path: '/accounts/c1' }));

vi.mock('next/navigation', () => ({
  usePathname: () => at.path,
  useRouter: () => ({ push: vi.fn(), replace: vi.fn() }),
  useSearchParams: () => new URLSearchParams(),
}));

beforeEach(() => {
  at.path = '/accounts/c1';
});

const page = <RecordPage type="company" pattern="/accounts/[id]" />;

async function editName(to: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Name' }));
  const input = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(input);
  await userEvent.type(input, to);
  return input;
}

describe('editing a field in place', () => {
  it('saves on Enter with the version that was read', async () => {
    const api = new FakeApi(companyType, [company(1)]).install();
    renderPage(page);
    await editName('Fjord Works North{Enter}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument());
    const patch = api.calls.find(c => c.method === 'PATCH');
    expect(patch).toMatchObject({ path: '/companies/c1', body: { name: 'Fjord Works North' } });
    expect(patch?.headers['If-Match']).toBe('"1"');
    expect(api.rows.get('c1')?.name).toBe('Fjord Works North');
  });

  it('keeps what was typed when somebody else was faster, and can save it over', async () => {
    const api = new FakeApi(companyType, [company(1)]).install();
    renderPage(page);
    const input = await editName('Mine');
    api.rows.set('c1', { ...company(1), name: 'Theirs', title: 'Theirs', version: 2 });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(/Changed meanwhile to “Theirs”/)).toBeInTheDocument();
    expect(input).toHaveValue('Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
    await waitFor(() => expect(api.rows.get('c1')).toMatchObject({ name: 'Mine', version: 3 }));
  });

  it('saves beside a change of another field', async () => {
    const api = new FakeApi(companyType, [company(1)]).install();
    renderPage(page);
    await editName('Mine');
    api.rows.set('c1', { ...company(1), customer_state: 'exploring', version: 2 });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(api.rows.get('c1')).toMatchObject({ name: 'Mine', customer_state: 'exploring', version: 3 }));
    expect(screen.queryByText(/Changed meanwhile/)).toBeNull();
  });

  it('leaves the value on Escape', async () => {
    const api = new FakeApi(companyType, [company(1)]).install();
    renderPage(page);
    await editName('Other{Escape}');
    expect(api.calls.some(c => c.method === 'PATCH')).toBe(false);
  });

  it('saves a choice as soon as it is picked', async () => {
    const api = new FakeApi(companyType, [company(2)]).install();
    at.path = '/accounts/c2';
    renderPage(page);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit State' }));
    await userEvent.type(await screen.findByRole('combobox', { name: 'State' }), 'Usi{Enter}');
    await waitFor(() => expect(api.rows.get('c2')?.customer_state).toBe('using'));
  });
});

it('says that a record is not there', async () => {
  new FakeApi(companyType).install();
  renderPage(page);
  expect(await screen.findByText('Not found')).toBeInTheDocument();
});
