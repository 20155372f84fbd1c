import { readFileSync } from 'node:fs';
import { chooseField, expect, make, test } from './app';

// Names of one run, so that tests can run again on the same data.
const mark = Date.now().toString(36);

test('create an account, edit it, undo, reload, find it by filter', async ({ page }) => {
  await page.goto('/accounts');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`Kestrel Dockyards ${mark}`);
  await dialog.getByRole('button', { name: /^Create/ }).click();
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: `Kestrel Dockyards ${mark}` })).toBeVisible();

  await page.getByRole('button', { name: /empty fields|more fields/i }).first().click();
  await page.getByRole('button', { name: 'Edit Industry vertical' }).click();
  await page.getByRole('textbox', { name: 'Industry vertical' }).fill('Shipbuilding');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Shipbuilding').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Shipbuilding').first()).toBeVisible();

  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('button', { name: /^Undo: .*Shipbuilding/ }).first().click();
  await expect(page.getByRole('status').getByText('Undone')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: `Kestrel Dockyards ${mark}` })).toBeVisible();
  await expect(page.locator('dd').filter({ hasText: 'Shipbuilding' })).toHaveCount(0);

  await page.goto('/accounts');
  await expect(page.getByLabel('Name starts with')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(`kestrel dockyards ${mark}`);
  await expect(page).toHaveURL(/q=kestrel/);
  await expect(page.getByRole('row').filter({ hasText: `Kestrel Dockyards ${mark}` })).toBeVisible();
  await page.getByLabel('Name starts with').fill('nobody');
  await expect(page.getByText(/^No \w+ match$/)).toBeVisible();
});

test('filter, sort, choose columns, and share them by address', async ({ page }) => {
  await page.goto('/accounts');
  for (const [name, size] of [[`Mill ${mark} of Alder`, 40], [`Mill ${mark} of Birch`, 900], [`Mill ${mark} of Cedar`, 7]]) {
    await make(page, 'companies', { name, employee_size: Number(size) });
  }
  await page.goto(`/accounts?q=mill ${mark}`);
  await page.getByRole('button', { name: 'Filter' }).click();
  await chooseField(page, 0, 'Employees');
  await page.getByLabel('Comparison').selectOption('gte');
  await page.getByLabel('Employees: value').fill('40');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ hasText: `Mill ${mark} of Alder` })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: `Mill ${mark} of Cedar` })).toHaveCount(0);
  const sort = page.getByRole('columnheader', { name: 'Employees' });
  await sort.getByRole('button').click();
  await sort.getByRole('button').click();
  await expect(sort).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('[data-index="0"]')).toContainText(`Mill ${mark} of Birch`);
  await page.reload();
  await expect(page.locator('[data-index="0"]')).toContainText(`Mill ${mark} of Birch`);
  await expect(page.locator('[data-index="1"]')).toContainText(`Mill ${mark} of Alder`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click().then(() => page.getByRole('menuitem', { name: 'CSV' }).click())]);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv.split('\r\n')[1]).toContain(`Mill ${mark} of Birch`);
  expect(csv).not.toContain(`Mill ${mark} of Cedar`);
});

test('keyboard only: move, open, go back, select, move to the bin, restore', async ({ page }) => {
  await page.goto('/accounts');
  await make(page, 'companies', { name: `Zinnia ${mark}` });
  await page.goto(`/accounts?q=zinnia ${mark}`);
  await expect(page.locator('[data-index="0"]')).toContainText(`Zinnia ${mark}`);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Zinnia ${mark}` })).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-index="0"]')).toContainText(`Zinnia ${mark}`);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Move to bin' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Move to bin' }).press('Enter');
  await expect(page.getByText(/^No \w+ match$/)).toBeVisible();
  await page.getByRole('button', { name: 'Bin' }).press('Enter');
  await page.locator('[data-index="0"]').filter({ hasText: `Zinnia ${mark}` }).locator('[data-select]').check();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Bin' }).click();
  await expect(page.locator('[data-index="0"]')).toContainText(`Zinnia ${mark}`);
});

test('two sessions: a change of one is seen by the other, and a conflict keeps both', async ({ page, browser }) => {
  await page.goto('/accounts');
  const made = await make(page, 'companies', { name: 'Osprey Cables', company_legal_entity: 'Osprey Ltd' });
  await page.goto(`/accounts/${made.id}`);
  await expect(page.getByText('Osprey Ltd')).toBeVisible();
  const other = await (await browser.newContext({ storageState: 'test-results/signed-in.json', baseURL: process.env.WINDROSE_E2E_URL })).newPage();
  await other.goto(`/accounts/${made.id}`);
  await other.getByRole('button', { name: 'Edit Legal entity' }).click();
  await other.getByRole('textbox', { name: 'Legal entity' }).fill('Osprey Cables plc');
  await other.keyboard.press('Enter');
  await expect(page.getByText('Osprey Cables plc').first()).toBeVisible();

  // Two edits of one version: the second is told what the first made of it, and its text is kept.
  await page.getByRole('button', { name: 'Edit Legal entity' }).click();
  await page.getByRole('textbox', { name: 'Legal entity' }).fill('Mine');
  await page.route('**/api/v1/live*', route => route.abort());
  await other.getByRole('button', { name: 'Edit Legal entity' }).click();
  await other.getByRole('textbox', { name: 'Legal entity' }).fill('Theirs');
  await page.route(`**/api/v1/companies/${made.id}`, async route => {
    if (route.request().method() === 'PATCH') {
      await other.keyboard.press('Enter');
      await expect(other.getByText('Theirs').first()).toBeVisible();
    }
    await route.continue();
  });
  await page.getByRole('textbox', { name: 'Legal entity' }).press('Enter');
  await expect(page.getByText(/Changed meanwhile to “Theirs”/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Legal entity' })).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.getByRole('textbox', { name: 'Legal entity' })).toHaveCount(0);
  await expect(page.locator('dd').filter({ hasText: 'Mine' })).toBeVisible();
  await other.context().close();
});

test('a hundred thousand rows: pages are read as they come into view, and the last one is reached', async ({ page }) => {
  const asked: number[] = [];
  await page.route('**/api/v1/companies/query*', async route => {
    const { offset = 0, limit = 50, count } = route.request().postDataJSON() as { offset?: number; limit?: number; count?: boolean };
    asked.push(offset);
    const at = '2026-11-01T08:00:00Z';
    const data = Array.from({ length: Math.min(limit, 100_000 - offset) }, (_, i) => {
      const name = `Rank ${offset + i + 1}`;
      return { id: `00000000-0000-7000-8000-${String(offset + i).padStart(12, '0')}`, type: 'company', version: 1, title: name, name, employee_size: i, created_at: at, updated_at: at, _refs: {} };
    });
    await route.fulfill({ json: { data, next_cursor: null, ...(count && { total: 100_000, total_is_estimate: false }) } });
  });
  await page.goto('/accounts');
  await expect(page.getByRole('status').filter({ hasText: '100,000' })).toBeVisible();
  await expect(page.getByText('Rank 1', { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText('Rank 100000', { exact: true })).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  expect(asked.length).toBeLessThan(12);
  await page.keyboard.press('Home');
  await expect(page.getByText('Rank 1', { exact: true })).toBeVisible();
});
