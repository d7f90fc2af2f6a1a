import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';

test('settings count at once, are in the audit log with before and after, and the second of two admins gets a warning', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/settings');
  const days = page.getByLabel('Pick-up days');
  const before = await days.inputValue();
  const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signInAs(other, 'admin2@demo.test');
  await other.goto('/settings');
  // The second admin has begun to type: the first one's save does not wipe it away.
  await other.getByLabel('Hours to countersign').fill('36');
  await days.fill('9');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\. It counts/)).toBeVisible();
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText(/nothing of yours was written/)).toBeVisible();
  await other.getByRole('button', { name: 'Show theirs' }).click();
  await expect(other.getByLabel('Pick-up days')).toHaveValue('9');
  await days.fill('0');
  await expect(page.getByText('A number from 1 to 90.')).toBeVisible();
  await days.fill(before);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved\. It counts/)).toBeVisible();
  await page.goto('/access?tab=log&action=settings.changed');
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: `pickUpDays: ${before} → 9` })
      .first(),
  ).toBeVisible();
});

test('a place gets its name, and a zone that is none is refused', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/settings');
  await page.getByLabel('Id, as senders call it').fill('loc_journey');
  await page.getByLabel('Name', { exact: true }).last().fill('North counter');
  await page.getByRole('button', { name: 'Save the place' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'North counter' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the name of North counter' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'North counter' })).toHaveCount(0);
  await page.getByLabel('Time zone').fill('Guatemala');
  await expect(page.getByText('There is no such zone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
});
