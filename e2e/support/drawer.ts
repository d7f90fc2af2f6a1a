import { expect, type Locator, type Page } from '@playwright/test';
import { openPrescription } from './people.ts';

/** The drawer that corrects an email's address and resends it, and its parts. */
export const drawer = (page: Page): Locator => page.getByRole('dialog', { name: /^Fix & resend/ });
export const sendButton = (page: Page): Locator => drawer(page).getByRole('button', { name: /^Send/ });
export const tracker = (page: Page): Locator => drawer(page).getByLabel('Where the mail is');

export async function openDrawer(page: Page, id: string): Promise<void> {
  await openPrescription(page, id);
  await page.getByRole('button', { name: 'Resend' }).click();
  await expect(drawer(page)).toBeVisible();
}

export async function retype(page: Page, address: string): Promise<void> {
  await drawer(page).getByLabel('New address').fill(address);
  await drawer(page).getByLabel('Type it again').fill(address);
}
