import { chooseField, expect, expectNoViolations, make, test, update } from './app';

const mark = Date.now().toString(36);

test('a nested filter is kept as a view and opens again by its address', async ({ page }) => {
  await page.goto('/deals');
  const company = await make(page, 'companies', { name: `Heron ${mark}`, country_hq: 'PT' });
  await make(page, 'deals', { name: `Heron ${mark} large`, company_id: company.id, stage: 'proposal', deal_amount: 90000, deal_amount_currency: 'EUR' });
  await make(page, 'deals', { name: `Heron ${mark} small`, company_id: company.id, stage: 'lead', deal_amount: 10, deal_amount_currency: 'EUR' });
  await page.goto(`/deals?q=heron ${mark}`);
  await expect(page.getByRole('row').filter({ hasText: `Heron ${mark} small` })).toBeVisible();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await chooseField(page, 0, 'Company › Country of headquarters');
  await page.getByLabel('Comparison').first().selectOption('in');
  await page.getByRole('combobox', { name: 'Company › Country of headquarters' }).fill('Portugal');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add group' }).click();
  await chooseField(page, 1, 'Amount');
  await page.getByLabel('Comparison').nth(1).selectOption('gte');
  await page.getByLabel('Amount: value').fill('50000');
  await page.getByRole('group', { name: 'Group of conditions' }).getByRole('button', { name: 'Add condition' }).click();
  await chooseField(page, 2, 'Created');
  await page.getByLabel('Comparison').nth(2).selectOption('older_than');
  await page.getByLabel('Created: number').fill('2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ hasText: `Heron ${mark} small` })).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: `Heron ${mark} large` })).toBeVisible();

  await page.getByRole('button', { name: 'All deals' }).click();
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Large in Portugal ${mark}`);
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('button', { name: `Large in Portugal ${mark}` })).toBeVisible();
  await expect(page).toHaveURL(/view=/);
  await page.reload();
  await expect(page.getByRole('button', { name: `Large in Portugal ${mark}` })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: `Heron ${mark} large` })).toBeVisible();
  await page.getByRole('columnheader', { name: 'Amount' }).getByRole('button').click();
  await expect(page.getByText('changed', { exact: true })).toBeVisible();
});

test('a card goes to another column by keyboard and back by undo', async ({ page }) => {
  await page.goto('/deals');
  const company = await make(page, 'companies', { name: `Stork ${mark}` });
  await make(page, 'deals', { name: `Stork ${mark} seats`, company_id: company.id, stage: 'lead' });
  await page.goto(`/deals?layout=board&q=stork ${mark}`);
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name},`) });
  const card = page.getByRole('link', { name: `Stork ${mark} seats` });
  await expect(column('Lead').getByRole('link', { name: `Stork ${mark} seats` })).toBeVisible();
  await card.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/picked up in Lead/)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByText(/dropped in Qualified/)).toBeAttached();
  await expect(column('Qualified').getByRole('link', { name: `Stork ${mark} seats` })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(column('Lead').getByRole('link', { name: `Stork ${mark} seats` })).toBeVisible();
});

test('a cell is changed where it stands, by keyboard and by its pencil', async ({ page }) => {
  await page.goto('/accounts');
  const made = await make(page, 'companies', { name: `Curlew ${mark}`, employee_size: 12 });
  await page.goto(`/accounts?q=curlew ${mark}`);
  const row = page.getByRole('row').filter({ hasText: `Curlew ${mark}` });
  await expect(row).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  const editor = page.getByRole('group', { name: /^Edit / });
  await expect(editor).toHaveAccessibleName('Edit Customer state');
  await expectNoViolations(page, 'cell editor');
  await page.keyboard.type('Buying');
  await page.keyboard.press('Enter');
  await expect(editor).toHaveCount(0);
  await expect(row.getByText('Buying')).toBeVisible();

  await row.getByRole('gridcell', { name: '12', exact: true }).hover();
  await page.locator('button[data-edit=employee_size]').click();
  await expect(editor.getByLabel('Employees')).toBeFocused();
  const now = (await (await page.request.get(`/api/v1/companies/${made.id}`)).json()) as { version: number };
  await update(page, `companies/${made.id}`, now.version, { employee_size: 40 });
  await editor.getByLabel('Employees').fill('77');
  await page.keyboard.press('Enter');
  await expect(editor.getByText(/Changed meanwhile to .40/)).toBeVisible();
  await editor.getByRole('button', { name: 'Save mine' }).click();
  await expect(row.getByRole('gridcell', { name: '77', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/accounts\?q=/);
});

test('many records are edited after a look, and all of it is taken back', async ({ page }) => {
  await page.goto('/accounts');
  for (const n of [1, 2, 3]) await make(page, 'companies', { name: `Gannet ${mark} ${n}`, employee_size: n });
  await page.goto(`/accounts?q=gannet ${mark}`);
  await expect(page.locator('[data-index="2"]')).toContainText(`Gannet ${mark}`);
  await page.getByLabel(`Select Gannet ${mark} 1`).click();
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await bar.getByRole('button', { name: 'Select all 3' }).click();
  await bar.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Field').selectOption({ label: 'Employees' });
  await dialog.getByLabel('New value of Employees').fill('77');
  await dialog.getByRole('button', { name: 'See what changes' }).click();
  await expect(dialog.getByText('3 will change')).toBeVisible();
  await expectNoViolations(page, 'preview of a bulk edit');
  await dialog.getByRole('button', { name: 'Change 3' }).click();
  await expect(page.getByText('3 changed')).toBeVisible();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await chooseField(page, 0, 'Employees');
  await page.getByLabel('Comparison').selectOption('is');
  await page.getByLabel('Employees: value').fill('77');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ hasText: `Gannet ${mark}` })).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^No \w+ match$/)).toBeVisible();
});

test('a list and a record are shown as they were', async ({ page }) => {
  await page.goto('/accounts');
  const made = await make(page, 'companies', { name: `Avocet ${mark}`, company_legal_entity: 'Avocet Ltd' });
  await page.waitForTimeout(1_000);
  const before = new Date().toISOString();
  await update(page, `companies/${made.id}`, made.version, { name: `Plover ${mark}` });
  await page.goto(`/accounts?q=avocet ${mark}&as_of=${encodeURIComponent(before)}`);
  await expect(page.getByText(/Read only/)).toBeVisible();
  await expect(page.locator('[data-index="0"]')).toContainText(`Avocet ${mark}`);
  await page.locator('[data-index="0"]').getByRole('link').first().click();
  await expect(page.getByText(/1 field has changed since|fields have changed since/)).toBeVisible();
  await expect(page.getByRole('main').getByText('Avocet Ltd')).toBeVisible();
  await expectNoViolations(page, 'a record of the past');
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(page.getByRole('tab').first()).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 900, height: 844 }, hasTouch: true });

  test('a card is held, carried to another column and let go; a finger that only moves scrolls', async ({ page }) => {
    await page.goto('/deals');
    const company = await make(page, 'companies', { name: `Dunlin ${mark}` });
    await make(page, 'deals', { name: `Dunlin ${mark} seats`, company_id: company.id, stage: 'lead' });
    await page.goto(`/deals?layout=board&q=dunlin ${mark}`);
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name},`) });
    const card = (stage: string) => column(stage).getByRole('listitem').filter({ hasText: `Dunlin ${mark} seats` });
    await expect(card('Lead')).toBeVisible();
    const box = await card('Lead').boundingBox();
    if (!box) throw new Error('The card is not there.');
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    const at = { x: box.x + 120, y: box.y + box.height / 2 };
    const go = async (to: { x: number; y: number }) => {
      for (let i = 1; i <= 6; i++) await touch('touchMove', at.x + ((to.x - at.x) * i) / 6, at.y + ((to.y - at.y) * i) / 6);
    };
    const board = page.getByRole('group', { name: 'Board by Stage' });

    await touch('touchStart', at.x, at.y);
    await go({ x: at.x - 90, y: at.y });
    await expect.poll(() => board.evaluate(el => el.scrollLeft)).toBeGreaterThan(20);
    await touch('touchEnd', 0, 0);
    // What the finger has set going runs out first.
    const settled = () =>
      board.evaluate(el => new Promise<number>(done => {
        el.scrollTo({ left: 0, behavior: 'instant' });
        let frames = 0;
        const next = () => (++frames < 12 && el.scrollLeft === 0 ? requestAnimationFrame(next) : done(el.scrollLeft));
        requestAnimationFrame(next);
      }));
    await expect.poll(settled).toBe(0);

    await touch('touchStart', at.x, at.y);
    await expect(page.locator('[data-carried]')).toBeVisible();
    const to = await column('Qualified').boundingBox();
    if (!to) throw new Error('The column is not there.');
    await go({ x: to.x + to.width / 2, y: to.y + 30 });
    await expect(column('Qualified')).toHaveAttribute('data-over', 'true');
    await touch('touchEnd', 0, 0);
    await expect(card('Qualified')).toBeVisible();
    await expect(page).toHaveURL(/layout=board/);
  });
});
