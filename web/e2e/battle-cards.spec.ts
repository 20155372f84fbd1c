import { expect, expectNoViolations, make, test, update } from './app';

const entries = 'context_entries';

test('a card fills itself from what is logged, and a person writes the rest beside it', async ({ page }) => {
  await page.goto('/context/battle');
  const rival = await make(page, 'competitors', { name: 'Orrery Flow', strengths: 'Cheaper to buy.', weaknesses: 'Needs a pipe cut.' });
  const company = await make(page, 'companies', { name: 'Tessellate Dairy' });
  const deal = await make(page, 'deals', { name: 'Tessellate pilot', company_id: company.id, stage: 'proposal', deal_amount: 12000, deal_amount_currency: 'EUR', competitors: [rival.id] });
  await make(page, 'interactions', { interaction_type: 'call', company_id: company.id, deal_id: deal.id, subject: 'Price call', date: new Date().toISOString().slice(0, 10), body: 'They liked the demo. Orrery is a fifth below us, they say. We meet again.' });
  await make(page, 'objections', { company_id: company.id, deal_id: deal.id, category: 'price', competitor: 'Orrery Flow', text: 'Orrery is cheaper.', status: 'answered', response: 'A cut pipe stops the line for a day.' });
  await update(page, `deals/${deal.id}`, deal.version, { stage: 'won' });

  await page.reload();
  const row = page.getByRole('list', { name: 'Competitors' }).getByRole('link', { name: /Orrery Flow/ });
  await expect(row).toContainText('Not written');
  await expectNoViolations(page, 'battle cards');
  await row.click();
  await expect(page).toHaveURL(new RegExp(`/context/battle/${rival.id}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Orrery Flow' })).toBeVisible();
  const stands = page.getByRole('region', { name: 'How it stands' });
  await expect(stands).toContainText('We won 1 of 1 decided deal. Too few for a share.');
  await expect(stands).toContainText('€12,000');
  const said = page.getByRole('region', { name: 'What customers say' });
  await expect(said).toContainText('Orrery is cheaper.');
  await expect(said).toContainText('Orrery is a fifth below us, they say.');
  await expect(said.getByRole('link', { name: 'Price call' })).toHaveAttribute('href', /\/interactions\//);
  await expect(page.getByRole('region', { name: 'Answers on record' })).toContainText('In 1 won deal');
  await expectNoViolations(page, 'battle card without a written part');

  await page.getByRole('button', { name: 'Make it a draft' }).click();
  const card = page.getByRole('region', { name: 'The card' });
  await expect(card.getByText('Draft', { exact: true })).toBeVisible();
  await page.keyboard.press('e');
  await card.getByRole('button', { name: 'Add to What we answer' }).click();
  await card.getByLabel('What we answer, 2 of 2').fill('Mount the first point together.');
  await expectNoViolations(page, 'battle card being written');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByText('Mount the first point together.')).toBeVisible();
  await stands.getByRole('link', { name: '1', exact: true }).first().click();
  await expect(page).toHaveURL(/\/deals\?filter=/);
  await expect(page.getByText('Tessellate pilot').first()).toBeVisible();
});

test('a deal leads to the card, and an empty card says what would fill it', async ({ page }) => {
  await page.goto('/context/battle');
  const rival = await make(page, 'competitors', { name: 'Quiet Meters' });
  await page.goto(`/context/battle/${rival.id}`);
  await expect(page.getByText('Nothing is on record about Quiet Meters')).toBeVisible();
  await expect(page.getByText('This card fills itself')).toBeVisible();
  await expectNoViolations(page, 'empty battle card');
  const deal = await make(page, 'deals', { name: 'With a rival', stage: 'lead', competitors: [rival.id] });
  await page.goto(`/deals/${deal.id}`);
  await page.getByRole('link', { name: 'Quiet Meters' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/context/battle/${rival.id}$`));
});

test('who reads up to which sensitivity is told in numbers and changed per person', async ({ page }) => {
  await page.goto('/context');
  await make(page, entries, { category: 'team_rule', kind: 'protocol', title: 'Floor of margins', sensitivity: 'confidential' });
  await page.goto('/context/clearances');
  const people = page.getByRole('list', { name: 'Who reads up to what' });
  await expect(people.getByText(/reads \d+ of \d+ entries/).first()).toBeVisible();
  await expectNoViolations(page, 'clearances');
  const own = people.getByRole('combobox').first();
  await own.selectOption('internal');
  await expect(people.getByText('Changed')).toBeVisible();
  await own.selectOption('');
  await expect(people.getByText('Changed')).toHaveCount(0);
});

test('an answer in the chat quotes the entry and leads to it', async ({ page }) => {
  await page.goto('/context');
  const entry = await make(page, entries, { category: 'best_practice', kind: 'faq', title: 'How long may borrowed zanderplume meters stay?', body: 'Borrowed zanderplume meters stay for six weeks, then they come back or are bought.', status: 'live' });
  await page.goto('/chat');
  await page.getByRole('textbox', { name: 'Message' }).fill('How long may borrowed zanderplume meters stay?');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('group', { name: 'Answer from what we know' });
  await expect(answer).toContainText('six weeks', { timeout: 20_000 });
  await expect(answer.getByText('Version 1')).toBeVisible();
  await answer.getByRole('button', { name: 'Why this answer' }).click();
  await expect(answer).toContainText('It has words of the question');
  await expect(answer).toContainText('No other live entry was found to say otherwise.');
  await expectNoViolations(page, 'answer from the context');
  await answer.getByRole('link', { name: 'This is wrong' }).click();
  await expect(page).toHaveURL(new RegExp(`/context/entries/${entry.id}\\?edit=1`));
});
