import type { Page } from '@playwright/test';
import { expect, expectNoViolations, make, test } from './app';

// Names of one run, so that tests can run again on the same data.
const mark = Date.now().toString(36);

async function call(page: Page, method: 'post' | 'put' | 'patch', path: string, data: object) {
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request[method](`/api/v1${path}`, { data, headers: { 'X-XSRF-TOKEN': csrf } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

test('add a field of one’s own, fill it in a form, find it on the page and in the list', async ({ page }) => {
  await page.goto('/settings/data-model?type=product');
  await page.getByRole('button', { name: 'New field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(dialog.getByText('Give the field a name.')).toBeVisible();
  await dialog.getByLabel(/^Name/).fill(`Berth ${mark}`);
  await dialog.getByLabel('Kind').selectOption('integer');
  await dialog.getByLabel('Default').fill('12');
  await dialog.getByLabel('Help').fill('Metres along the quay');
  await dialog.getByLabel('Column in lists').check();
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `c_berth_${mark}` })).toBeVisible();
  await expectNoViolations(page, 'data model');

  await page.goto('/products?create=1');
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Name/).fill(`Mooring ${mark}`);
  const field = form.getByLabel(`Berth ${mark}`);
  await expect(field).toHaveValue('12');
  await expect(form.getByText('Metres along the quay')).toBeVisible();
  await field.fill('48');
  await form.getByRole('button', { name: /^Create/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Mooring ${mark}` })).toBeVisible();
  await expect(page.locator('dd').filter({ hasText: /^48$/ })).toBeVisible();

  await page.goto('/settings/data-model?type=product');
  const row = page.getByRole('listitem').filter({ hasText: `c_berth_${mark}` });
  await row.getByRole('button', { name: `Actions for Berth ${mark}` }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await expect(page.getByRole('dialog').getByText('1 record of')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: `Restore Berth ${mark}` }).click();
  await expect(row).toBeVisible();
});

test('write a formula with its result in sight, and see it on a record and in the list', async ({ page }) => {
  const product = await make(page, 'products', { name: `Winch ${mark}` });
  await page.goto('/settings/data-model?type=product');
  await page.getByRole('button', { name: 'New field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(`Sign ${mark}`);
  await dialog.getByLabel('Kind').selectOption('formula');
  await dialog.getByLabel(/^Formula/).fill('name + nothing');
  await expect(dialog.locator('mark')).toHaveText('nothing');
  await dialog.getByLabel(/^Formula/).fill('name + "!"');
  await expect(dialog.getByText(`Winch ${mark}!`)).toBeVisible();
  await dialog.getByLabel('Column in lists').check();
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `c_sign_${mark}` })).toBeVisible();
  // Records that were there before are worked out by a job, a moment later.
  await expect(async () => {
    await page.goto(`/products/${product.id}`);
    await expect(page.locator('dd').filter({ hasText: `Winch ${mark}!` })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.goto('/products');
  await expect(page.getByText(`Winch ${mark}!`)).toBeVisible();
});

test('add a stage and see it on a deal', async ({ page }) => {
  await page.goto('/settings/pipelines');
  await page.getByRole('button', { name: 'Add stage' }).first().click();
  await page.getByLabel('Name of new stage').fill(`Harbour check ${mark}`);
  const handle = page.getByRole('button', { name: new RegExp(`Move Harbour check ${mark}`) });
  await handle.press('ArrowUp');
  await expect(page.getByText(new RegExp(`Harbour check ${mark} is now`))).toBeAttached();
  await page.getByRole('button', { name: 'Save pipeline' }).first().click();
  await expect(page.getByRole('status').getByText(/is saved/)).toBeVisible();
  await expectNoViolations(page, 'pipelines');
  const deal = await make(page, 'deals', { name: `Jetty ${mark}` });
  await page.goto(`/deals/${deal.id}`);
  await page.getByRole('button', { name: `Harbour check ${mark}` }).click();
  await expect(page.getByRole('status').getByText(`Stage: Harbour check ${mark}`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Stages over time' }).getByText(`Harbour check ${mark}`)).toBeVisible();
});

test('keep contacts to their owners, and share one with a colleague', async ({ page, browser, baseURL }) => {
  await call(page, 'put', '/access/rules', { rules: [] });
  const { invite_link } = await call(page, 'post', '/people', { name: `Ivo ${mark}`, email: `ivo-${mark}@harbourlane.example`, role: 'member' });
  // Only those who have joined can be shown something.
  const theirs = await (await browser.newContext({ baseURL })).newPage();
  await theirs.goto(new URL(invite_link as string).pathname + new URL(invite_link as string).search);
  await theirs.getByLabel('Password').fill('compass-rose-42');
  await theirs.getByRole('button', { name: 'Join the workspace' }).click();
  await expect(theirs.getByRole('heading', { level: 1 }).first()).toBeVisible();
  const hidden = await make(page, 'contacts', { name: `Quiet ${mark}` });
  const shown = await make(page, 'contacts', { name: `Shared ${mark}` });
  await page.goto('/settings/access');
  await page.getByLabel('Contacts that a member sees').selectOption('private');
  await expect(page.getByLabel('Contacts that a member changes')).toHaveValue('private');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await expect(page.getByRole('status').getByText('The rules count from now on')).toBeVisible();
  await expectNoViolations(page, 'who sees what');

  await page.goto(`/contacts/${shown.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Share/ }).click();
  await page.getByRole('combobox', { name: 'Colleague or team' }).fill(`Ivo ${mark}`);
  await page.getByRole('option', { name: new RegExp(`Ivo ${mark}`) }).click();
  await expect(page.getByRole('list', { name: 'Shared with' }).getByText(`Ivo ${mark}`)).toBeVisible();

  await theirs.goto(`/contacts/${shown.id}`);
  await expect(theirs.getByRole('heading', { level: 1, name: `Shared ${mark}` })).toBeVisible();
  await theirs.goto(`/contacts/${hidden.id}`);
  await expect(theirs.getByText('Not found')).toBeVisible();
  await theirs.context().close();

  await call(page, 'put', '/access/rules', { rules: [] });
});

test('write a note and tag a record', async ({ page }) => {
  const account = await make(page, 'companies', { name: `Lantern ${mark}` });
  await page.goto(`/accounts/${account.id}?tab=notes`);
  await page.getByLabel('New note').fill('They moor on the north quay.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByRole('list', { name: 'Notes' }).getByText('They moor on the north quay.')).toBeVisible();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).fill(`north ${mark}`);
  await page.getByRole('option', { name: new RegExp(`north ${mark}`) }).click();
  await expect(page.getByRole('group', { name: 'Tags' }).getByText(`north ${mark}`)).toBeVisible();
  await expectNoViolations(page, 'account with notes');
});
