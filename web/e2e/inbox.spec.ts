import type { Page } from '@playwright/test';
import { expect, expectNoViolations, make, test } from './app';

// Names of one run, so that tests can run again on the same data.
const mark = Date.now().toString(36);

async function say(page: Page, text: string, channel = 'chat') {
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post('/api/v1/intake', { data: { text, channel }, headers: { 'X-XSRF-TOKEN': csrf } });
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

test('quick presses of J are not lost, and the log of texts is filtered', async ({ page }) => {
  await page.goto('/inbox');
  for (let i = 1; i <= 5; i++) await say(page, `Nothing to note ${mark} number ${i}.`);
  await page.goto('/inbox');
  const lines = page.getByRole('list', { name: 'Messages' }).getByRole('button');
  await expect(lines.first()).toContainText(`${mark} number 5`);
  await lines.first().click();
  for (let i = 0; i < 3; i++) void page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'Message' })).toContainText(`${mark} number 2.`);
  await page.goto('/settings/prompt-log');
  const texts = page.getByRole('list', { name: 'Texts' });
  await page.getByLabel('Words').fill(`${mark} number 3`);
  await expect(texts.getByRole('listitem')).toHaveCount(1);
  await texts.getByRole('button').click();
  await expect(texts.getByRole('link', { name: 'What was made of it' })).toBeVisible();
  await expectNoViolations(page, 'prompt log');
  await page.getByLabel('Channel').selectOption('email');
  await expect(page.getByText('Nothing fits')).toBeVisible();
});

test('several messages are read again with one press, and mail that looks like advertising when somebody wants it', async ({ page }) => {
  await page.goto('/inbox');
  await make(page, 'companies', { name: `Tarnholm${mark} Rail` });
  await say(page, `Had a call with Tarnholm${mark} Rail today.`);
  await say(page, `Met Tarnholm${mark} Rail for lunch today.`);
  await page.goto(`/inbox?q=${encodeURIComponent(`Tarnholm${mark}`)}`);
  await expect(page.getByRole('list', { name: 'Messages' }).getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: 'Read 2 messages again' }).press('Enter');
  await expectNoViolations(page, 'read several again');
  await page.getByRole('dialog').getByRole('button', { name: 'Read again' }).press('Enter');
  await expect(page.getByText('Read 2 messages again', { exact: true }).last()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Messages' }).getByText('Written')).toHaveCount(2);

  await say(page, `From: Ida Brandt <ida@tarnholm${mark}.example>\nSubject: Offer\n\nI came across your planner. Please send an offer for 20 seats. Worth a quick 15 minute call?\n\nIda Brandt`, 'email');
  await page.goto(`/inbox?source=email&state=noted&q=${encodeURIComponent(`tarnholm${mark}`)}`);
  const line = page.getByRole('list', { name: 'Messages' }).getByRole('button');
  await expect(line).toContainText('An offer of somebody who sells.');
  await line.click();
  await page.getByRole('button', { name: 'Read it all the same' }).click();
  await expect(page.getByRole('article', { name: 'Message' }).getByRole('button', { name: 'Read it all the same' })).toHaveCount(0);
});
