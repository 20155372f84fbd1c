import type { Page } from '@playwright/test';
import { expect, expectNoViolations, make, test, update } from './app';

const entries = 'context_entries';

interface Node {
  entry: { id: string; title: string; version: number; parent_id: string | null };
  children: Node[];
}

/** A product with a tree of a headline and three reasons. */
async function plant(page: Page, name: string) {
  await page.goto('/context/trees');
  const product = await make(page, 'products', { name });
  await make(page, 'message_trees', { product_id: product.id, headline: `${name}: know every litre`, value_props: [`${name} needs no cut pipe`, `${name} stands in an hour`, `${name} reports drift`], demonstrable_value: [`${name} found leaks in the first week`] });
  return product;
}

async function nodes(page: Page, product: string): Promise<Node[]> {
  const answer = await page.request.get(`/api/v1/context/trees/${product}`);
  return ((await answer.json()) as { nodes: Node[] }).nodes;
}

const titles = async (page: Page, product: string) => (await nodes(page, product))[0]?.children.map(n => n.entry.title);

const item = (page: Page, name: string) => page.getByRole('treeitem', { name });

test('a product without messages is led to its first ones', async ({ page }) => {
  await page.goto('/context/trees');
  await make(page, 'products', { name: 'Plover Gauge' });
  await page.reload();
  await page.getByRole('link', { name: 'Plover Gauge' }).click();
  await page.getByLabel('1. The promise, in one sentence').fill('See the level from the road');
  await page.getByLabel('2. What is wrong today?').fill('Somebody drives out to read a tank.');
  await page.getByLabel('3. What do we want to change?').fill('The tank calls when it is low.');
  await page.getByLabel('Reason 1').fill('No drive for nothing');
  await expectNoViolations(page, 'first messages');
  await page.getByRole('button', { name: 'Plant the tree' }).click();
  await expect(item(page, 'See the level from the road')).toBeVisible();
  await expect(item(page, 'The tank calls when it is low.')).toBeVisible();
  await expectNoViolations(page, 'a message tree');
});

test('a tree is walked, edited, moved and undone by keyboard', async ({ page }) => {
  const product = await plant(page, 'Tern');
  await page.goto(`/context/trees/${product.id}`);
  await item(page, 'Tern: know every litre').focus();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'Tern needs no cut pipe')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => titles(page, product.id)).toEqual(['Tern stands in an hour', 'Tern needs no cut pipe', 'Tern reports drift', 'Tern found leaks in the first week']);
  await expect(page.getByRole('status').filter({ hasText: 'is 2 of 4 under' })).toBeAttached();
  await expect(item(page, 'Tern needs no cut pipe')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('A value proposition stands at the top of the tree or under a headline, not under a value proposition.').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Words of Tern needs no cut pipe').fill('Tern leaves every pipe whole');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Tern leaves every pipe whole')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(item(page, 'Tern needs no cut pipe')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(page, product.id)).toEqual(['Tern needs no cut pipe', 'Tern stands in an hour', 'Tern reports drift', 'Tern found leaks in the first week']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await titles(page, product.id))?.[0]).toBe('Tern stands in an hour');
});

test('a message is dragged under another, and a circle is refused with its reason', async ({ page }) => {
  const product = await plant(page, 'Heron');
  await page.goto(`/context/trees/${product.id}`);
  const drag = async (from: string, to: string, share = 0.5) => {
    const a = (await item(page, from).boundingBox())!;
    const b = (await item(page, to).boundingBox())!;
    await page.mouse.move(a.x + 60, a.y + 12);
    await page.mouse.down();
    await page.mouse.move(a.x + 70, a.y + 24, { steps: 3 });
    await page.mouse.move(b.x + 80, b.y + b.height * share, { steps: 8 });
  };
  await drag('Heron found leaks in the first week', 'Heron stands in an hour');
  await page.mouse.up();
  await expect.poll(async () => (await nodes(page, product.id))[0]?.children.find(n => n.entry.title === 'Heron stands in an hour')?.children.map(n => n.entry.title)).toEqual(['Heron found leaks in the first week']);
  await expect(item(page, 'Heron found leaks in the first week')).toHaveAttribute('aria-level', '3');
  await drag('Heron: know every litre', 'Heron found leaks in the first week');
  await expect(page.getByText('stands under it already', { exact: false }).first()).toBeVisible();
  await page.mouse.up();
  expect((await nodes(page, product.id))[0]?.entry.title).toBe('Heron: know every litre');
  await page.getByRole('button', { name: 'Canvas' }).click();
  await expect(item(page, 'Heron reports drift')).toBeVisible();
  await expectNoViolations(page, 'a tree as a canvas');
  await drag('Heron found leaks in the first week', 'Heron reports drift');
  await page.mouse.up();
  await expect.poll(async () => (await nodes(page, product.id))[0]?.children.find(n => n.entry.title === 'Heron reports drift')?.children.length).toBe(1);
  await page.getByRole('button', { name: 'Outline' }).click();
});

test('a second headline takes the place of the first, or stays a draft; a wording is read for whom it is', async ({ page }) => {
  const product = await plant(page, 'Egret');
  await page.goto(`/context/trees/${product.id}`);
  await item(page, 'Egret: know every litre').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('textbox', { name: 'New headline' }).fill('Egret: no litre lost');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Egret: no litre lost')).toBeFocused();
  await page.getByRole('complementary', { name: 'Chosen message' }).getByRole('button', { name: 'Publish' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText('is the live headline for the same language, segment and channel');
  await asked.getByRole('button', { name: 'Publish in its place' }).click();
  await expect(page.getByText('The former headline is in the archive').first()).toBeVisible();
  await page.getByRole('complementary', { name: 'Chosen message' }).getByRole('button', { name: 'Wording', exact: true }).click();
  await page.getByLabel('Words', { exact: false }).first().fill('Egret: kein Liter geht verloren');
  await page.getByLabel('Language', { exact: true }).last().fill('de');
  await page.getByRole('button', { name: 'Add as a draft' }).click();
  await expect(item(page, 'Egret: kein Liter geht verloren')).toBeFocused();
  await page.getByRole('complementary', { name: 'Chosen message' }).getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('It is live', { exact: true })).toBeVisible();
  await page.getByRole('group', { name: 'Read as' }).getByLabel('Language').selectOption('de');
  await expect(page.getByText('Read in another wording')).toBeVisible();
  await expectNoViolations(page, 'a tree read in German');
});

test('two people with the same message lose nothing', async ({ page }) => {
  const product = await plant(page, 'Skua');
  await page.goto(`/context/trees/${product.id}`);
  const [node] = (await nodes(page, product.id))[0]!.children;
  await item(page, 'Skua needs no cut pipe').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Words of Skua needs no cut pipe').fill('Skua cuts nothing');
  await update(page, `${entries}/${node!.entry.id}`, node!.entry.version, { title: 'Skua never cuts a pipe' });
  await page.keyboard.press('Enter');
  const met = page.getByRole('region', { name: 'Changed meanwhile' });
  await expect(met).toContainText('Skua cuts nothing');
  await met.getByRole('button', { name: 'Keep mine' }).click();
  await expect(item(page, 'Skua cuts nothing')).toBeVisible();
});

test('a message goes into a mail of an account, counts as used, and is named when it changes', async ({ page }) => {
  const product = await plant(page, 'Dunlin');
  const company = await make(page, 'companies', { name: 'Corvane Chemicals' });
  await make(page, 'deals', { name: 'Corvane Dunlin', company_id: company.id, product_id: product.id });
  await make(page, 'objections', { company_id: company.id, text: 'We cannot cut a pipe in winter', category: 'timing' });
  await page.goto(`/accounts/${company.id}?tab=messages`);
  const list = page.getByRole('list', { name: 'Messages of Dunlin' });
  await expect(list.getByText('Dunlin needs no cut pipe')).toBeVisible();
  await expect(page.getByText('It is in the open deal', { exact: false })).toBeVisible();
  await list.getByRole('button', { name: 'Insert: Dunlin needs no cut pipe' }).click();
  await list.getByText('Dunlin stands in an hour').dragTo(page.getByLabel('Text of the draft'));
  await expect(page.getByLabel('Text of the draft')).toHaveValue('Dunlin needs no cut pipe.\n\nDunlin stands in an hour.');
  await expectNoViolations(page, 'messages for an account');
  await page.getByRole('button', { name: 'Keep as sent' }).click();
  await expect(page.getByText('2 messages count as used', { exact: false })).toBeVisible();
  await expect(list.getByText('Said here on', { exact: false }).first()).toBeVisible();
  const [node] = (await nodes(page, product.id))[0]!.children;
  await update(page, `${entries}/${node!.entry.id}`, node!.entry.version, { title: 'Dunlin clamps onto any pipe' });
  await page.goto('/context/outdated');
  const out = page.getByRole('list', { name: 'Outdated uses' }).getByRole('listitem').filter({ hasText: 'Dunlin needs no cut pipe' }).first();
  await expect(out).toContainText('clamps onto any pipe');
  await expectNoViolations(page, 'outdated uses');
  await out.getByRole('button', { name: /^Leave as it is/ }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('The mail was answered by phone.');
  await page.getByRole('dialog').getByRole('button', { name: 'Leave it' }).click();
  await expect(out).toBeHidden();
  await page.getByRole('button', { name: 'Settled' }).click();
  await expect(page.getByText('The mail was answered by phone.')).toBeVisible();
});

test('trees fit a phone', async ({ page }) => {
  const product = await plant(page, 'Wren');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['/context/trees', `/context/trees/${product.id}`, '/context/outdated']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
});
