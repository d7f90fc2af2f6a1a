import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInByForm } from './support/people.ts';

test.describe('each role opens on its own screen', () => {
  for (const [email, path, heading] of [
    ['doctor@demo.test', '/follow-ups', 'Follow-ups'],
    ['pharmacist@demo.test', '/today', 'Today'],
    ['admin@demo.test', '/flow', 'Flow'],
    // This tenant's language is Spanish.
    ['doctor@other.test', '/follow-ups', 'Pendientes'],
  ] as const) {
    test(`${email} → ${path}`, async ({ page }) => {
      await signInByForm(page, email);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    });
  }
});

test('a wrong password gets an answer in words, and the typed address stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('doctor2@demo.test');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('doctor2@demo.test');
});

test('without a session every screen leads to signing in', async ({ page }) => {
  for (const path of ['/', '/follow-ups', '/incidents', '/prescriptions', '/prescriptions/osigu%3Arx_1', '/events']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test('the language is chosen once and kept', async ({ page }) => {
  await signInByForm(page, 'doctor@demo.test');
  await page.getByRole('button', { name: /language|English/i }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pendientes');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pendientes');
});
