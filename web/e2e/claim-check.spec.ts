import { expect, expectNoViolations, make, test } from './app';

const entries = 'context_entries';

/** A node and a rule of the brand that nothing else in this workspace speaks of. */
async function known(page: import('@playwright/test').Page) {
  await page.goto('/context');
  await make(page, entries, { category: 'best_practice', kind: 'faq', title: 'How long does the loom of Curlew Weaving take to set up?', body: 'The loom is set up in 60 minutes.', status: 'live' });
  await make(page, entries, { category: 'brand', kind: 'wording', title: 'Words of the loom', details: { avoid: ['gossamer'], instead: 'light' }, status: 'live' });
  await page.goto('/context/check');
  await page.evaluate(() => localStorage.removeItem('claim-check:text'));
}

test('a text is checked while it is typed, and mended by the keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await known(page);
  await page.reload();
  await expect(page.getByText('Nothing to check yet')).toBeVisible();
  await expectNoViolations(page, 'empty check');
  const text = page.getByLabel('Text to check');
  await text.fill('Hello Ann,\n\nThe loom is set up in 40 minutes. It feels gossamer.\nWe own a castle in Tallinn with 900 rooms.');
  const list = page.getByRole('list', { name: 'Findings' });
  await expect(list.getByText('Contradicted', { exact: true })).toBeVisible();
  await expect(list.getByText('Unsupported', { exact: true }).first()).toBeVisible();
  await expect(list.getByText('Wording', { exact: true })).toBeVisible();
  await text.press('Escape');
  await page.keyboard.press('n');
  await expect(list.getByText('“The loom is set up in 60 minutes.”')).toBeVisible();
  await expect(list.getByText('60 minutes', { exact: true }).first()).toBeVisible();
  await expect(list.getByRole('link', { name: /How long does the loom/ })).toHaveAttribute('href', /\/context\/entries\/[0-9a-f-]{36}/);
  await expectNoViolations(page, 'checked text');
  await page.keyboard.press('r');
  await expect(text).toHaveValue(/set up in 60 minutes\./);
  await expect(page.getByRole('group', { name: 'Show' }).getByRole('button', { name: '0 contradicted' })).toBeVisible();
  await list.getByText('gossamer', { exact: true }).click();
  await page.keyboard.press('r');
  await expect(text).toHaveValue(/It feels light\./);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(text).toHaveValue(/It feels gossamer\./);
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('set up in 60 minutes.');
  await page.reload();
  await expect(text).toHaveValue(/It feels gossamer\./);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoViolations(page, 'checked text on a phone');
});

test('files are read by what they are, and a bad one says why', async ({ page }) => {
  await known(page);
  await page.reload();
  const file = page.getByLabel('File', { exact: true });
  await file.setInputFiles({ name: 'offer.html', mimeType: 'text/html', buffer: Buffer.from('<html><head><title>x</title><script>window.hit = 1</script></head><body><h1>Offer for a new loom</h1><p>The loom is set up in 45 minutes.</p></body></html>') });
  const text = page.getByLabel('Text to check');
  await expect(text).toHaveValue('Offer for a new loom\n\nThe loom is set up in 45 minutes.');
  await expect(page.getByRole('list', { name: 'Findings' }).getByText('Contradicted', { exact: true })).toBeVisible();
  await file.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByRole('alert').filter({ hasText: 'is not read here' })).toBeVisible();
  await expect(text).toHaveValue(/The loom is set up in 45 minutes/);
});

test('a text of many pages is checked in parts and stays quick', async ({ page }) => {
  await known(page);
  const paragraph = (n: number) => `Paragraph ${n} tells of the weather over the harbour and of nothing else that anybody could check.`;
  const long = [...Array.from({ length: 500 }, (_, n) => paragraph(n)), 'The loom is set up in 50 minutes.'].join('\n\n');
  await page.evaluate(words => localStorage.setItem('claim-check:text', JSON.stringify(words)), long);
  await page.reload();
  const list = page.getByRole('list', { name: 'Findings' });
  await expect(page.getByRole('group', { name: 'Show' }).getByRole('button', { name: '1 contradicted' })).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: /unsupported$/ }).click();
  await page.keyboard.press('n');
  await expect(list.getByText('“The loom is set up in 60 minutes.”')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Text, list' }).getByText('The loom is set up in 50 minutes.')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Text, list' }).getByText('The loom is set up in 60 minutes.')).toBeVisible();
});
