import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#prisma/demo';

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, email: string): Promise<void> {
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
