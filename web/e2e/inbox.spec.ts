import type { Page } from '@playwright/test';
import { expect, expectNoViolations, make, test } from './app';

// Names of one run, so that tests can run again on the same data.
const mark = Date.now().toString(36);

async function say(page: Page, text: string) {
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post('/api/v1/intake', { data: { text, channel: 'chat' }, headers: { 'X-XSRF-TOKEN': csrf } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('a question is answered with one key in the inbox, and what it led to is undone with another', async ({ page }) => {
  await page.goto('/inbox');
  await make(page, 'companies', { name: `Sorrelwick${mark} Freight` });
  await make(page, 'companies', { name: `Sorrelwick${mark} Dental` });
  await say(page, `Had a call with Sorrelwick${mark} today.`);
  await page.reload();
  await page.getByText(`Had a call with Sorrelwick${mark} today.`).first().click();
  const detail = page.getByRole('main');
  await expect(detail.getByText(`Which account do you mean by "Sorrelwick${mark}"?`)).toBeVisible();
  await expectNoViolations(page, 'inbox with a question');
  await page.keyboard.press('1');
  await expect(detail.getByRole('heading', { name: /^Written/ })).toBeVisible();
  await page.keyboard.press('u');
  await expect(detail.getByRole('heading', { name: /^Written/ })).toHaveCount(0);
});
