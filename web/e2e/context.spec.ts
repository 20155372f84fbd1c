import { expect, expectNoViolations, make, test, update } from './app';

const entries = 'context_entries';

test('what the company knows stands in eight parts', async ({ page }) => {
  await page.goto('/context');
  await expect(page.getByRole('region', { name: 'Categories' }).getByRole('heading', { level: 3 })).toHaveCount(8);
  await expectNoViolations(page, 'context home');
  await page.getByRole('link', { name: 'Policies', exact: true }).click();
  await expect(page).toHaveURL(/\/context\/policy$/);
  await expect(page.getByText('Nothing in policies yet')).toBeVisible();
});

test('an entry is written, published, changed and followed through its versions', async ({ page }) => {
  await page.goto('/context/entries/new?category=best_practice&kind=faq');
  await page.getByLabel('Title').fill('Can we pay by card?');
  await page.getByLabel('Text', { exact: true }).fill('Yes, by **card** or transfer.\n\n<script>window.hit = 1</script>');
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByText('<script>window.hit = 1</script>')).toBeVisible();
  await expectNoViolations(page, 'new entry');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page).toHaveURL(/\/context\/entries\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await page.keyboard.press('e');
  await page.getByLabel('Text', { exact: true }).fill('Yes, by **card**, transfer or invoice.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'Versions' }).getByText('invoice', { exact: false }).first()).toBeVisible();
  await expectNoViolations(page, 'history of an entry');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('tab', { name: 'Content' }).click();
  await expect(page.getByText('Yes, by card or transfer.')).toBeVisible();
});

test('two people who change the same entry lose nothing', async ({ page }) => {
  await page.goto('/context');
  const made = await make(page, entries, { category: 'team_rule', kind: 'protocol', title: 'Answering mail', body: 'Within a day.', source: 'Kick-off' });
  await page.goto(`/context/entries/${made.id}?edit=1`);
  await page.getByLabel('Text', { exact: true }).fill('Within four hours.');
  await update(page, `${entries}/${made.id}`, made.version, { body: 'Within two days.', source: 'Board' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const met = page.getByRole('region', { name: 'Changed meanwhile' });
  await expect(met).toContainText('Taken over: Source');
  await expect(met.getByText('two', { exact: true })).toBeVisible();
  await expectNoViolations(page, 'two versions of an entry');
  await met.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Within four hours.')).toBeVisible();
  // The words stand in the editor before they are saved.
  await expect.poll(async () => {
    const now = await (await page.request.get(`/api/v1/${entries}/${made.id}`)).json() as { source: string; body: string };
    return [now.source, now.body];
  }).toEqual(['Board', 'Within four hours.']);
});

test('what is written survives a reload', async ({ page }) => {
  await page.goto('/context');
  const made = await make(page, entries, { category: 'brand', kind: 'tone', title: 'How we sound' });
  await page.goto(`/context/entries/${made.id}?edit=1`);
  await page.getByRole('button', { name: 'Add to Do', exact: true }).click();
  await page.getByLabel('Do, 1 of 1').fill('Plain');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByLabel('Do, 1 of 1')).toHaveValue('Plain');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Plain', { exact: true })).toBeVisible();
});

test('an asset keeps the versions it had', async ({ page }) => {
  await page.goto('/context/assets');
  const files = page.getByLabel('Files', { exact: true });
  await files.setInputFiles({ name: 'prices.txt', mimeType: 'text/plain', buffer: Buffer.from('Starter costs 20') });
  await expect(page.getByRole('heading', { name: 'prices.txt' })).toBeVisible();
  await files.setInputFiles({ name: 'prices.txt', mimeType: 'text/plain', buffer: Buffer.from('Starter costs 25') });
  await page.getByRole('button', { name: 'New version of it' }).click();
  await page.getByRole('button', { name: 'Make version 1 current' }).click();
  await expect(page.getByRole('button', { name: 'Make version 2 current' })).toBeVisible();
  await expectNoViolations(page, 'assets');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('list', { name: 'Assets' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
