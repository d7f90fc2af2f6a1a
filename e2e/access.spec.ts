import { expect, type Page } from '@playwright/test';
import { tamperWithLog } from './support/database.ts';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh } from './support/sender.ts';

const password = 'a lamp over the harbour';

/** Invites somebody by the form; the link that is shown this once. */
async function invite(admin: Page, email: string, role: 'Doctor' | 'Pharmacist' | 'Admin'): Promise<string> {
  await admin.goto('/access');
  await admin.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByLabel('Name').fill('Nadia Prueba');
  await dialog.getByLabel('Role').selectOption({ label: role });
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(dialog.getByText(/works once/)).toBeVisible();
  const link = await dialog.locator('[data-link]').textContent();
  return link ?? '';
}

async function signInWithPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?other=1');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

test('invited, a password chosen, signed in, disabled: the open tab is locked within two seconds', async ({
  page,
  browser,
}) => {
  const email = `${fresh('nadia')}@clinic.example`;
  await signInAs(page, 'admin@demo.test');
  const link = await invite(page, email, 'Doctor');
  const other = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  other.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'Choose your password' })).toBeVisible();
  await other.getByLabel('New password').fill('passwordpassword');
  await other.getByLabel('The same again').fill('passwordpassword');
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other.getByRole('alert').filter({ hasText: /among the first/ })).toBeVisible();
  await other.getByLabel('New password').fill(password);
  await other.getByLabel('The same again').fill(password);
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
  const secret = link.split('#')[1] ?? 'none';
  expect(asked.filter((line) => line.includes(secret))).toEqual([]);
  // The link is used up, also for whoever finds it in a mail.
  await other.goto('/sign-in');
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
  await signInWithPassword(other, email);
  await expect(other.getByText(/^Live/)).toBeVisible();
  await page.goto('/access');
  // A row listens once its page is alive.
  await expect(page.getByText(/^Live/)).toBeVisible();
  await page
    .getByRole('row', { name: /Nadia Prueba/ })
    .filter({ hasText: email })
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('1 open session')).toBeVisible();
  await drawer.getByRole('button', { name: 'Disable…' }).click();
  await drawer.getByLabel('Why is it disabled?').fill('the journey ends here');
  await drawer.getByRole('button', { name: 'Disable now' }).click();
  await expect(drawer.getByText(/^Disabled\. Whatever was open/)).toBeVisible();
  await expect(other.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible({ timeout: 2_000 });
  expect((await other.request.get('/api/prescriptions')).status()).toBe(401);
});

test('forgotten: the same words for a stranger, and the mail brings its link', async ({ page }) => {
  for (const email of [`${fresh('stranger')}@nowhere.example`, 'pharmacist2@demo.test']) {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByText('If there is an account with this address')).toBeVisible();
  }
  await signInAs(page, 'admin@demo.test');
  const mailed = async () => (await page.request.get('/inbox')).text();
  await expect.poll(mailed, { timeout: 20_000 }).toContain('A new password for your account');
});

test('views and changes are in the audit log, found by person and action, and the chain is intact', async ({
  page,
}) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/access?tab=log&action=sign-in');
  await expect(page.getByRole('row').filter({ hasText: 'sign-in' }).first()).toBeVisible();
  await page.getByText('Chain check').click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^All [\d,]+ lines hold/)).toBeVisible();
  const file = await page.request.get('/api/audit?action=sign-in&format=csv');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect((await file.text()).trim().split('\n')[0]).toBe(
    'seq,at,actor,actorName,action,subjectKind,subjectId,subjectName,reason,requestId,sealedSeq',
  );
});

test('a line that was changed by somebody with the database’s password is found and named; made good, the chain holds', async ({
  page,
}) => {
  await signInAs(page, 'admin@demo.test');
  const sealed = async () => {
    const { items } = await (await page.request.get('/api/audit?limit=50')).json();
    return items.filter((line: { sealedSeq: number | null }) => line.sealedSeq !== null).length;
  };
  await expect.poll(sealed, { timeout: 20_000 }).toBeGreaterThan(2);
  const makeGood = await tamperWithLog('demo', 2);
  try {
    await page.goto('/access?tab=log');
    await page.getByText('Chain check').click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByText('Line 2 does not say what was sealed. The 1 lines before it hold.')).toBeVisible();
  } finally {
    await makeGood();
  }
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText(/^All [\d,]+ lines hold/)).toBeVisible();
});
