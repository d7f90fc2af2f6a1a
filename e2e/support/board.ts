import { expect, type Locator, type Page } from '@playwright/test';
import { signInAs } from './people.ts';

/** The doctor's board, live. */
export async function home(page: Page, email = 'doctor@demo.test'): Promise<void> {
  await signInAs(page, email);
  await page.goto('/follow-ups');
  await expect(page.getByText(/^Live/)).toBeVisible();
}

/** A task's row: whatever newer rows wait are let in while looking for it. */
export function rowOf(page: Page, lane: string, words: string): Locator {
  return page
    .getByRole('region', { name: new RegExp(`^${lane}`) })
    .getByRole('row')
    .filter({ hasText: words });
}

export async function appears(page: Page, row: Locator): Promise<void> {
  const waiting = page.getByRole('button', { name: /new, show$/ });
  await expect(row.or(waiting).first()).toBeVisible();
  if (await waiting.isVisible()) await waiting.click();
  await expect(row).toBeVisible();
}

/** Recently settled tasks, unfolded. */
export async function settledList(page: Page): Promise<Locator> {
  const fold = page.getByRole('group').filter({ hasText: /settled in the last seven days/ });
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  return fold;
}

/** The line of that list which tells of one. */
export async function settledLine(page: Page, words: string): Promise<Locator> {
  return (await settledList(page)).getByRole('listitem').filter({ hasText: words });
}
