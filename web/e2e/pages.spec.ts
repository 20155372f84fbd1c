import { expect, expectNoViolations, make, test } from './app';

const lists = ['/', '/my-work', '/notifications', '/deals?layout=board', '/deals?layout=timeline', '/records/projects', '/accounts', '/contacts', '/deals', '/products', '/interactions', '/objections', '/feedback', '/tasks', '/records/user_prompt_logs'];
const others = ['/inbox', '/settings/evaluation', '/settings/language-model', '/settings/model-calls', '/settings/connections', '/settings/message-rules', '/settings/prompt-log', '/review', '/chat', '/imports', '/search', '/duplicates', '/data-quality', '/settings/duplicates', '/settings/search', '/settings', '/settings/people', '/settings/profile', '/settings/tokens', '/settings/flags'];

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('pages have no accessibility violation', async ({ page }) => {
      test.setTimeout(240_000);
      for (const path of [...lists, ...others]) {
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await expect(page.getByRole('main').getByRole('status', { name: 'Loading' })).toHaveCount(0);
        await expectNoViolations(page, path);
      }
    });

    test('record pages, forms, menus and the palette have none either', async ({ page }) => {
      test.setTimeout(120_000);
      await page.goto('/accounts');
      const company = await make(page, 'companies', { name: `Larkspur ${theme}`, revenue: { amount: 1200000, currency: 'EUR' }, country_hq: 'PT' });
      const contact = await make(page, 'contacts', { name: `Rui ${theme}`, company_id: company.id });
      const task = await make(page, 'tasks', { title: `Call Larkspur ${theme}` });
      for (const path of [`/accounts/${company.id}`, `/contacts/${contact.id}`, `/tasks/${task.id}`]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await expectNoViolations(page, path);
      }
      await page.goto('/accounts?create=1');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page, 'form');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Filter' }).click();
      await expect(page.getByLabel('Comparison')).toBeVisible();
      await expectNoViolations(page, 'filter');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Columns' }).click();
      await expectNoViolations(page, 'columns');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page, 'palette');
    });
  });
}

test('axe does find what is wrong', async ({ page }) => {
  await page.goto('/accounts');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.innerHTML = '<svg/>';
    document.querySelector('main')?.append(button);
  });
  await expect(expectNoViolations(page, 'broken page')).rejects.toThrow(/button-name/);
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the drawer leads to every page and nothing is wider than the screen', async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'Open navigation' }).click();
    await expectNoViolations(page, 'drawer');
    await page.getByRole('link', { name: 'Deals' }).click();
    await expect(page).toHaveURL(/\/deals$/);
    for (const path of [...lists, ...others]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, path).toBe(false);
      if (['/', '/accounts', '/my-work', '/deals?layout=board', '/settings/people', '/chat'].includes(path)) await expectNoViolations(page, path);
    }
  });
});

test('an unknown address is a 404 page, an unknown script a real 404', async ({ page }) => {
  const answer = await page.goto('/nowhere/at/all');
  expect(answer?.status()).toBe(404);
  await expect(page.getByText('There is no page at this address')).toBeVisible();
  expect((await page.request.get('/_next/static/chunks/gone.js')).status()).toBe(404);
  expect((await page.request.get('/api/v1/nothing')).headers()['content-type']).toContain('json');
});

test('pages allow no script but their own', async ({ page, errors }) => {
  const answer = await page.goto('/accounts');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'sha256-");
  expect(answer?.headers()['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.head.append(script);
    return 'intruder' in window;
  }).catch(() => false);
  expect(ran).toBe(false);
  // The refusal itself is told on the console.
  errors.length = 0;
});
