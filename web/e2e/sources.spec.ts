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
