import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectNoViolations, owner, test } from './app';
import { down, freePort, up } from './product';

// Follows docs/guide/first-hour.md on a data folder of its own, because it restarts the process.
const files = resolve(__dirname, '../../fixtures/first-hour');
const note =
  'Spoke with Rosa Almeida, new VP Ops at Delmar Health, rosa.almeida@delmarhealth.example. They want 40 seats of Tern Pro, around $18k, sign by end of next month. Worried about the migration.';
const correction = 'Correction: the Tern Pro deal with Delmar Health is $21k, not $18k.';

test.use({ storageState: { cookies: [], origins: [] } });
test.describe.configure({ timeout: 240_000 });

let data = '';
let port = 0;

test.afterEach(() => {
  if (!data) return;
  down(data);
  rmSync(data, { recursive: true, force: true });
});

async function importFile(page: Page, file: string, rows: number) {
  await page.getByLabel('Files', { exact: true }).setInputFiles(join(files, file));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible();
  return async () => {
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByRole('button', { name: `Import ${rows} rows` }).click();
    await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  };
}

/** The last day of next month, as the page writes it. */
function endOfNextMonth(): string {
  const now = new Date();
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 0));
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day);
}

test('the first hour', async ({ page }) => {
  data = mkdtempSync(join(tmpdir(), 'windrose-first-hour-'));
  port = await freePort();
  const { url, setup } = up(data, port);

  await test.step('set up the workspace', async () => {
    await page.goto(url + (setup ?? '/setup'));
    await page.getByLabel('Workspace').fill('Harbour Lane');
    await page.getByLabel('Base currency').selectOption('USD');
    await page.getByLabel('Your name').fill(owner.name);
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Password').fill(owner.password);
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page.getByText('Good to see you, Nora')).toBeVisible();
  });

  await test.step('import accounts, products and a pipeline', async () => {
    await page.getByRole('link', { name: 'Import', exact: true }).first().click();
    const accounts = await importFile(page, 'accounts.csv', 12);
    await expect(page.getByLabel('Field for office_location')).toHaveValue('country_hq');
    await accounts();
    await page.getByRole('link', { name: 'Import another file' }).click();
    const products = await importFile(page, 'products.csv', 4);
    await products();
    await page.getByRole('link', { name: 'Import another file' }).click();
    const pipeline = await importFile(page, 'sales_pipeline.csv', 60);
    await expect(page.getByLabel('Meaning of TernPro')).toHaveValue(/.+/);
    await page.getByLabel('Meaning of Engaging').selectOption({ label: 'Discovery' });
    await page.getByLabel('Meaning of Prospecting').selectOption({ label: 'Lead' });
    await expectNoViolations(page, 'mapping');
    await page.reload();
    await expect(page.getByLabel('Meaning of TernPro')).toBeVisible();
    await page.getByLabel('Meaning of Engaging').selectOption({ label: 'Discovery' });
    await page.getByLabel('Meaning of Prospecting').selectOption({ label: 'Lead' });
    await pipeline();
    await expectNoViolations(page, 'result of an import');
  });

  await test.step('write what happened', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or ask' }).fill('Delmar Health');
    await expect(page.getByRole('group', { name: 'Records' }).getByRole('option', { selected: true })).toHaveText(/^Delmar Health(?!:)/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Delmar Health', level: 1, exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill(note);
    await page.keyboard.press('Enter');
    const written = page.getByRole('group', { name: /^Written/ });
    await expect(written).toBeVisible({ timeout: 20_000 });
    await expect(written.getByRole('link', { name: 'Rosa Almeida', exact: true })).toBeVisible();
    await expect(written.getByText('US$18,000')).toBeVisible();
    await expect(written.getByText(endOfNextMonth())).toBeVisible();
    await expect(written.getByText(/migration/i).first()).toBeVisible();
    await expect(page.locator('mark').filter({ hasText: 'Rosa Almeida' }).first()).toBeVisible();
    await expectNoViolations(page, 'chat');
  });

  const account = page.url().replace(/\?.*/, '');
  const details = page.getByRole('complementary', { name: 'Account details' });
  const people = details.getByRole('region', { name: 'People' });
  const deals = details.getByRole('region', { name: 'Deals' });

  await test.step('everything is on the account, with evidence', async () => {
    await page.goto(account);
    await expect(people.getByRole('link', { name: /Rosa Almeida/ })).toBeVisible();
    await expect(people.getByText('VP Ops')).toBeVisible();
    await expect(deals.getByText('US$18,000')).toBeVisible();
    await expect(deals.getByText(endOfNextMonth())).toBeVisible();
    await expect(page.getByText(/migration/i).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByRole('tabpanel').getByText(/Call/).first()).toBeVisible();
    await expectNoViolations(page, 'timeline of an account');
  });

  await test.step('correct it by a second message and take that back', async () => {
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill(correction);
    await page.keyboard.press('Enter');
    await expect(deals.getByText('US$21,000')).toBeVisible({ timeout: 20_000 });
    // The account follows live, so the figure may be there before the card of the second message.
    await page.getByRole('group', { name: /^Written/ }).filter({ hasText: 'US$21,000' }).getByRole('button', { name: 'Undo' }).click();
    await expect(deals.getByText('US$18,000')).toBeVisible();
    await expect(deals.getByText('US$21,000')).toHaveCount(0);
  });

  await test.step('restart and find all of it', async () => {
    // An open page would complain about the live connection it loses.
    await page.goto('about:blank');
    down(data);
    up(data, port);
    await page.goto(account);
    await expect(people.getByRole('link', { name: /Rosa Almeida/ })).toBeVisible();
    await expect(deals.getByText('US$18,000')).toBeVisible();
    await page.getByRole('tab', { name: 'Chat' }).click();
    await expect(page.getByRole('log').getByText(note).first()).toBeVisible();
    await page.goto(`${url}/deals`);
    await expect(page.getByRole('grid').getByText(/Delmar Health/).first()).toBeVisible();
  });
});
