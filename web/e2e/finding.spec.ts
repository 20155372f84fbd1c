import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { expect, expectNoViolations, make, test } from './app';

// Names of one run, so that tests can run again on the same data.
const mark = Date.now().toString(36);

async function post(page: Page, path: string, data: object) {
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { 'X-XSRF-TOKEN': csrf } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('search everything by keyboard, choose a type, open what was found', async ({ page }) => {
  await page.goto('/search');
  const company = await make(page, 'companies', { name: `Quillfeather ${mark}` });
  await make(page, 'contacts', { name: `Ada Quillfeather ${mark}`, company_id: company.id });
  const input = page.getByLabel('Search for');
  await expect(async () => {
    await input.fill('');
    await input.fill(`quillfeather ${mark}`);
    await expect(page.getByRole('region', { name: 'Accounts' }).getByRole('link', { name: `Quillfeather ${mark}` })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('region', { name: 'Contacts' }).getByRole('link')).toBeVisible();
  await expect(page.locator('mark').first()).toBeVisible();
  await expectNoViolations(page, 'search');
  await page.getByRole('group', { name: 'Record types' }).getByRole('button', { name: /Contacts/ }).click();
  await expect(page.getByRole('region', { name: 'Accounts' })).toHaveCount(0);
  await expect(page).toHaveURL(/type=contact/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Contacts' }).getByRole('link')).toBeVisible();
  await input.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Ada Quillfeather ${mark}` })).toBeVisible();
});

test('two records of one account are compared, merged and taken apart again by keyboard', async ({ page }) => {
  await page.goto('/accounts');
  const site = `https://petrelmarine${mark}.example`;
  await make(page, 'companies', { name: `Petrel Marine ${mark}`, website_url: site, employee_size: 40, country_hq: 'PT' });
  await make(page, 'companies', { name: `Petrel Marine ${mark} Ltd`, website_url: site, employee_size: 55 });
  const pair = page.getByRole('button', { name: new RegExp(`Petrel Marine ${mark}`) });
  await expect(async () => {
    await page.goto('/duplicates?type=company');
    await expect(pair).toBeVisible({ timeout: 2_500 });
  }).toPass({ timeout: 30_000 });
  await pair.click();
  await expect(page.getByRole('list', { name: 'Reasons' }).getByRole('listitem').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Keep Employees of record 2' }).check({ force: true });
  await expectNoViolations(page, 'duplicates');
  await page.getByRole('heading', { level: 2 }).first().click();
  await page.keyboard.press('m');
  await expect(page.getByText(/^Merged into Petrel Marine/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('The merge is undone')).toBeVisible();
  await page.goto(`/accounts?q=petrel marine ${mark}`);
  await expect(page.getByRole('row').filter({ hasText: `Petrel Marine ${mark}` })).toHaveCount(2);
  await page.locator('[data-index="0"]').getByRole('link').first().click();
  await page.getByRole('link', { name: '1 likely duplicate' }).click();
  await expect(page).toHaveURL(/\/duplicates\?type=company&record=/);
  await expect(page.getByRole('list', { name: 'Reasons' })).toBeVisible();
});

test('data quality leads to exactly the records that need mending', async ({ page }) => {
  await page.goto('/contacts');
  await make(page, 'contacts', { name: `Without Mail ${mark}` });
  await post(page, '/data-quality/refresh', {});
  await page.goto('/data-quality');
  const contacts = page.getByRole('region', { name: 'Contacts' });
  const check = contacts.getByRole('link', { name: /Without e-?mail/i });
  await expect(check).toBeVisible({ timeout: 30_000 });
  await expectNoViolations(page, 'data quality');
  await check.click();
  await expect(page).toHaveURL(/\/contacts\?filter=/);
  await expect(page.getByRole('row').filter({ hasText: `Without Mail ${mark}` })).toBeVisible();
});

test('files dropped together are mapped, checked, imported and taken back as one', async ({ page }, info) => {
  const accounts = info.outputPath('accounts.csv');
  writeFileSync(accounts, `Account Name,Website,Staff\nOtter Works ${mark},https://otter${mark}.example,12\nHeron Works ${mark},https://heron${mark}.example,many\n`);
  const contacts = info.outputPath('contacts.csv');
  writeFileSync(contacts, `Full name,E-mail,Account Name\nInes Sousa ${mark},ines@otter${mark}.example,Otter Works ${mark}\n`);
  await page.goto('/imports');
  await page.getByLabel('Files', { exact: true }).setInputFiles([contacts, accounts]);
  await page.getByRole('button', { name: 'Read 2 files' }).click();
  await expect(page).toHaveURL(/\/imports\/sets\//);
  const files = page.getByRole('navigation', { name: 'Files' });
  await expect(files.getByRole('button').first()).toContainText('accounts.csv');
  await files.getByRole('button', { name: /accounts\.csv/ }).click();
  await page.getByLabel('Field for Staff').selectOption({ label: 'Employees' });
  await page.getByRole('button', { name: 'When to write' }).click();
  await page.getByLabel('When Staff is written').selectOption('fill_empty');
  await expectNoViolations(page, 'mapping with rules');
  await files.getByRole('button', { name: /contacts\.csv/ }).click();
  await expect(page.getByRole('region', { name: 'Links to other records' })).toContainText('accounts.csv');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await files.getByRole('button', { name: /accounts\.csv/ }).click();
  await expect(page.getByRole('table', { name: 'Rows' }).getByText('Refused')).toBeVisible();
  await expectNoViolations(page, 'dry run');
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'accounts.csv' })).toHaveAttribute('href', /refused\.csv/);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('The import is undone')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Undone' })).toBeVisible();
});

test('ticked rows of a list are compared and become one record', async ({ page }) => {
  await page.goto('/contacts');
  for (const name of ['Wren', 'Wrenn']) await make(page, 'contacts', { name: `${name} Aldous ${mark}`, email: `${name}@aldous${mark}.example`.toLowerCase() });
  await page.goto(`/contacts?q=wren`);
  for (const name of ['Wren', 'Wrenn']) await page.getByLabel(`Select ${name} Aldous ${mark}`, { exact: true }).click();
  await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('radio', { name: `Keep Wrenn Aldous ${mark}` }).check();
  await expect(page.getByText('The other goes to the bin')).toBeVisible();
  await expectNoViolations(page, 'merge');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: `Wrenn Aldous ${mark}` })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('The merge is undone')).toBeVisible();
});
