import { expect, expectNoViolations, test } from './app';

test('a set is looked at, taken over and taken back', async ({ page }) => {
  await page.goto('/context/setup');
  await expectNoViolations(page, 'ways to begin');
  await page.getByRole('button', { name: 'Begin with the starter set' }).click();
  await expect(page.getByRole('list', { name: 'Files' })).toBeVisible({ timeout: 30_000 });
  await expectNoViolations(page, 'preview of a set');
  await page.keyboard.press('j');
  await expect(page.getByRole('article')).toBeVisible();
  await page.getByRole('button', { name: /^Write \d+ entries$/ }).click();
  await expect(page.getByText(/\d+ entries written/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Take all of it back' }).click();
  await expect(page.getByText('All of it was taken back')).toBeVisible();
});

test('a document is cut, corrected and written as drafts', async ({ page }) => {
  await page.goto('/context/setup');
  const guide = '# Discounts\n\nDiscount above 15 % needs the sales lead.\n\n# Zebra\n\nStripes <script>window.hit = 1</script> all over.\n';
  await page.getByLabel('Files', { exact: true }).setInputFiles([
    { name: 'guide.md', mimeType: 'text/markdown', buffer: Buffer.from(guide) },
    { name: 'empty.md', mimeType: 'text/markdown', buffer: Buffer.from('') },
  ]);
  const list = page.getByRole('list', { name: 'Files' });
  await expect(list.getByText('The file is empty.')).toBeVisible({ timeout: 30_000 });
  await list.getByRole('button', { name: /Discounts/ }).click();
  await expect(page.getByRole('list', { name: 'Rules' })).toContainText('sales');
  await list.getByRole('button', { name: /Zebra/ }).click();
  await expect(page.getByText('<script>window.hit = 1</script>')).toBeVisible();
  await page.getByLabel('Category', { exact: true }).selectOption('brand');
  await expect(page.getByLabel('Category', { exact: true })).toHaveValue('brand');
  await page.getByRole('button', { name: 'Leave out' }).click();
  await expect(page.getByRole('button', { name: 'Take in' })).toBeVisible();
  await page.getByRole('button', { name: 'Write 1 as a draft' }).click();
  await expect(page.getByText('1 entry written')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  await page.getByRole('button', { name: 'Take all of it back' }).click();
  await expect(page.getByText('All of it was taken back')).toBeVisible();
});

test('answers become entries beside them and are kept', async ({ page }) => {
  await page.goto('/context/setup?questions');
  const discounts = page.getByLabel('Who may give a discount, and how much?');
  await discounts.fill('Discount above 15 % needs the sales lead.');
  await expect(page.getByRole('list', { name: 'Entries from question 8' }).getByRole('list', { name: 'Rules' })).toBeVisible();
  await page.getByRole('button', { name: 'Pass over question 1', exact: true }).click();
  await expect(page.getByText('2 of 10')).toBeVisible();
  await expectNoViolations(page, 'questions');
  await page.reload();
  await expect(discounts).toHaveValue('Discount above 15 % needs the sales lead.');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await discounts.fill('');
  await expect(page.getByRole('list', { name: 'Entries from question 8' })).toHaveCount(0);
});
