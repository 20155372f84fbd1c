import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

export const owner = { name: 'Nora Falk', email: 'nora@harbourlane.example', password: 'compass-rose-42' };

/** Every test fails on a script error or a refused resource, whatever else it checks. */
export const test = base.extend<{ errors: string[] }>({
  baseURL: async ({}, use) => use(process.env.WINDROSE_E2E_URL),
  errors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', e => errors.push(e.message));
      page.on('console', m => {
        if (m.type() === 'error' && !/status of (401|404|409|412|4\d\d)/.test(m.text())) errors.push(m.text());
      });
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export async function expectNoViolations(page: Page, what: string) {
  // What is still loading has no heading yet.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // What is fading in or out has colours of its own for a moment.
  await page.waitForFunction(() =>
    document.getAnimations().every(one => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(' | ')}`);
  expect(told, what).toEqual([]);
}

/** Creates a record by the API with the page's session, where the making of it is not what is tested. */
export async function make(page: Page, plural: string, fields: Record<string, unknown>): Promise<{ id: string; version: number; title: string }> {
  const cookies = await page.context().cookies();
  const csrf = cookies.find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post(`/api/v1/${plural}`, { data: fields, headers: { 'X-XSRF-TOKEN': csrf } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** Chooses the field of a condition in the filter builder, as one types it. */
export async function chooseField(page: Page, at: number, label: string) {
  const field = page.getByRole('combobox', { name: 'Field' }).nth(at);
  await field.fill(label);
  await page.getByRole('option', { name: label, exact: true }).first().click();
}

/** Changes a record by the API, as somebody else would. */
export async function update(page: Page, path: string, version: number, fields: Record<string, unknown>) {
  const csrf = (await page.context().cookies()).find(c => c.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.patch(`/api/v1/${path}`, { data: fields, headers: { 'X-XSRF-TOKEN': csrf, 'If-Match': `"${version}"` } });
  expect(answer.status(), await answer.text()).toBe(200);
}
