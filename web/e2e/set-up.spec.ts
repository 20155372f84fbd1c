import { expect, expectNoViolations, owner, test } from './app';

test('set up the workspace, sign out, sign in', async ({ page }) => {
  await page.goto(process.env.WINDROSE_E2E_SETUP ?? '/setup');
  await expectNoViolations(page, 'set-up');
  await page.getByLabel('Workspace').fill('Harbour Lane');
  await page.getByLabel('Base currency').selectOption('EUR');
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill('short');
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('Good to see you, Nora')).toBeVisible();

  await page.getByRole('button', { name: owner.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  // A deep link without a session leads to sign-in and back.
  await page.goto('/settings/people');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fpeople$/);
  await expectNoViolations(page, 'sign-in');
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill('not my password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible();
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await page.context().storageState({ path: 'test-results/signed-in.json' });
});
