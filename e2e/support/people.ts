import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#prisma/demo';

/** A session of its own for this browser, by the contract's way for programs. The page stays where it was: each journey opens the screen it is about. */
export async function signInAs(page: Page, email: string): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password: demoPassword, json: 'true' };
  const answer = await page.request.post('/api/auth/callback/credentials', { form });
  expect(answer.status()).toBe(200);
}

/** The same, and the page shows the person's home. */
export async function signInAtHome(page: Page, email: string): Promise<void> {
  await signInAs(page, email);
  await page.goto('/');
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Signs in by the form, as a person does. */
export async function signInByForm(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens a prescription once the worker has read its first event. */
export async function openPrescription(page: Page, id: string): Promise<void> {
  const path = `/prescriptions/${encodeURIComponent(id)}`;
  await expect.poll(async () => (await page.request.get(`/api${path}`)).status()).toBe(200);
  await page.goto(path);
  await expect(page.getByText(/^Live/)).toBeVisible();
}
