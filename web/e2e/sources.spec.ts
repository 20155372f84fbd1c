import type { Locator, Page } from '@playwright/test';
import { expect, expectNoViolations, test } from './app';

// Names of one run, so that tests can run again on the same data.
const mark = Date.now().toString(36);

test('write a mail without a server, find it in the outbox, cancel it', async ({ page }) => {
  await page.goto('/settings/outbox');
  await expect(page.getByRole('heading', { level: 2, name: 'Outbox' })).toBeVisible();
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post('/api/v1/mails', { data: { to: ['mira@harbour.example'], subject: `Berth ${mark}`, text: 'A few words.' }, headers: { 'X-XSRF-TOKEN': csrf } });
  expect(answer.status(), await answer.text()).toBe(201);
  await page.reload();
  const line = page.getByRole('list', { name: 'Mail' }).getByRole('listitem').filter({ hasText: `Berth ${mark}` });
  await line.getByRole('button', { name: `Berth ${mark}`, expanded: false }).click();
  await expect(line.getByText('A few words.')).toBeVisible();
  await expectNoViolations(page, 'outbox');
  await line.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByText('no mail server yet')).toBeVisible();
  await line.getByRole('button', { name: /^Cancel/ }).click();
  await expect(line.getByText('Cancelled')).toBeVisible();
});

test('connect a form, write to it as a stranger, and see that the day adds up', async ({ page, browser }) => {
  await page.goto('/settings/connections');
  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption('web_form');
  await dialog.getByLabel('Name', { exact: true }).fill(`Site ${mark}`);
  await dialog.getByLabel('Thanks').fill('We write soon.');
  await expectNoViolations(page, 'new connection');
  await dialog.getByRole('button', { name: 'Connect' }).click();
  const card = page.getByRole('list', { name: 'Connections' }).getByRole('listitem').filter({ hasText: `Site ${mark}` });
  const address = await card.getByRole('textbox', { name: `Address of Site ${mark}` }).inputValue();

  const nobody = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const stranger = await nobody.newPage();
  await stranger.goto(address);
  await stranger.getByLabel('Name').fill('Lena Ray');
  await stranger.getByLabel('E-mail').fill('lena@harbour.example');
  await stranger.getByLabel('Message').fill(`Two cranes, please ${mark}`);
  await expectNoViolations(stranger, 'form');
  await stranger.getByRole('button', { name: 'Send' }).click();
  await expect(stranger.getByText('We write soon.')).toBeVisible();
  await nobody.close();

  await card.getByRole('button', { name: `Health of Site ${mark}` }).click();
  await expect(card.getByText('Every message is accounted for.')).toBeVisible();
  await expectNoViolations(page, 'connections');
  await page.goto('/settings/received');
  await expect(page.getByRole('list', { name: 'Messages' }).getByText('Lena Ray').first()).toBeVisible();
  await expectNoViolations(page, 'received messages');
});

test('the mail server of another network is refused with a sentence', async ({ page }) => {
  await page.goto('/settings/mail');
  await page.getByLabel('Host').fill('10.0.0.1');
  await page.getByLabel('Sender’s address').fill('sales@northwind.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('lies in the network of this server')).toBeVisible();
  await expectNoViolations(page, 'mail server');
});

test('a rule about records is made with the filter of lists', async ({ page }) => {
  await page.goto('/settings/connections');
  await page.getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel('Kind', { exact: true }).selectOption('alert');
  await dialog.getByLabel('Name', { exact: true }).fill(`Rule ${mark}`);
  await dialog.getByLabel('What is to be done').fill('Set the next step');
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(dialog.getByText('Say which condition is looked for.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByRole('group', { name: 'Filter' }).getByLabel('Comparison')).toBeVisible();
  await page.getByRole('group', { name: 'Filter' }).getByLabel('Comparison').selectOption('empty');
  await page.keyboard.press('Escape');
  await expectNoViolations(page, 'rule about records');
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('list', { name: 'Connections' }).getByText(`Rule ${mark}`)).toBeVisible();
});

test('enter a further address, keep words for a time, and a token for answers', async ({ page }) => {
  await page.goto('/settings/message-rules');
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill(`ada.${mark}@home.example`);
  await page.getByLabel('Same as').fill('no address');
  await page.getByRole('button', { name: 'Add' }).first().click();
  await expect(page.getByText('Enter a mail address.')).toBeVisible();
  await page.getByLabel('Same as').fill('ada@northwind.example');
  await page.getByLabel('Same as').press('Enter');
  await expect(page.getByRole('list', { name: 'Aliases' }).getByText(`ada.${mark}@home.example`)).toBeVisible();
  await page.getByLabel('Days').fill('3000');
  await page.getByRole('region', { name: 'How long words are kept' }).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove older words' }).click();
  await expect(page.getByText('Words are kept for 3000 days')).toBeVisible();
  await page.getByLabel('Days').fill('');
  await page.getByRole('region', { name: 'How long words are kept' }).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Words are kept for good')).toBeVisible();
  await page.getByRole('button', { name: `Remove ada.${mark}@home.example` }).click();
  await expect(page.getByText(`ada.${mark}@home.example`)).toHaveCount(0);
  await expectNoViolations(page, 'message rules');

  await page.goto('/settings/connections');
  await page.getByRole('button', { name: 'New connection' }).click();
  await page.getByRole('dialog').getByLabel('Kind', { exact: true }).selectOption('slack');
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`Chat ${mark}`);
  await page.getByRole('dialog').getByLabel(/^Signing secret/).fill('a-secret-of-slack');
  await page.getByRole('dialog').getByLabel('People').fill('U024BE7LH = ada@northwind.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: `Answers to Chat ${mark}` }).click();
  await expect(page.getByRole('dialog').getByText('Messages are read and not answered.')).toBeVisible();
  await page.getByRole('dialog').getByLabel(/^Bot token/).fill('xoxb-0000-last');
  await expectNoViolations(page, 'answer token');
  await page.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('button', { name: `Answers to Chat ${mark}` }).click();
  await expect(page.getByRole('dialog').getByText('ends in last')).toBeVisible();
});

test('a private message shows what it would change, and is read once it is shared', async ({ page, browser }) => {
  await page.goto('/settings/connections');
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const me = (await (await page.request.get('/api/v1/session')).json()) as { person: { id: string } };
  const made = await page.request.post('/api/v1/connections', { data: { kind: 'web_form', name: `Own ${mark}`, settings: {}, owner_id: me.person.id }, headers: { 'X-XSRF-TOKEN': csrf } });
  expect(made.status(), await made.text()).toBe(201);
  const { address } = (await made.json()) as { address: string };
  const nobody = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  expect((await nobody.request.post(address, { data: { name: 'Mira Holt', email: `mira-${mark}@quay.example`, company: `Quay${mark} Ltd`, message: `Please call me back ${mark}` } })).ok()).toBe(true);
  await nobody.close();
  await expect(async () => {
    await page.goto('/inbox?state=private');
    await expect(page.getByRole('list', { name: 'Messages' }).getByText('Mira Holt').first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole('list', { name: 'Messages' }).getByText('Mira Holt').first().click();
  const draft = page.getByRole('region', { name: 'Draft' });
  await expect(draft.getByText('Only those who took part see this message.')).toBeVisible();
  await expectNoViolations(page, 'private draft');
  await draft.getByRole('button', { name: 'Share with everybody' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Everybody can read it now')).toBeVisible();
});

/** As somebody without a mouse gets there. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let i = 0; i < 90; i++) {
    if (await target.evaluate(e => e === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test('rules of messages and received messages are worked by keyboard alone', async ({ page, browser }) => {
  await page.goto('/settings/message-rules');
  const rules = page.getByRole('region', { name: 'Do not track' });
  await tabTo(page, rules.getByLabel('Address or domain'));
  await page.keyboard.type(`quiet-${mark}.example`);
  await page.keyboard.press('Enter');
  await expect(rules.getByText(`quiet-${mark}.example`)).toBeVisible();
  await tabTo(page, rules.getByRole('button', { name: `Track @quiet-${mark}.example again` }));
  await page.keyboard.press('Enter');
  await expect(rules.getByText(`quiet-${mark}.example`)).toHaveCount(0);

  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const made = await page.request.post('/api/v1/connections', { data: { kind: 'web_form', name: `Trap ${mark}`, settings: {} }, headers: { 'X-XSRF-TOKEN': csrf } });
  const { address } = (await made.json()) as { address: string };
  const nobody = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  expect((await nobody.request.post(address, { data: { windrose_leave_empty: 'x', name: `Pia ${mark}`, email: `pia-${mark}@quay.example`, message: 'Two cranes' } })).ok()).toBe(true);
  await nobody.close();
  await page.goto('/settings/received');
  const line = page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: `Pia ${mark}` });
  await expect(line.getByText('Left out: filled in by a program')).toBeVisible();
  await tabTo(page, line.getByRole('button', { expanded: false }));
  await page.keyboard.press('Enter');
  await expectNoViolations(page, 'a message that was left out');
  await tabTo(page, line.getByLabel('Text'));
  await tabTo(page, line.getByRole('button', { name: 'Handle again' }));
  await page.keyboard.press('Enter');
  await expect(line.getByText('Stored')).toBeVisible();
});
