import { expect, type Page } from '@playwright/test';
import { test } from './support/journey.ts';
import { openPrescription, signInAs } from './support/people.ts';
import { fresh, instantAgo, medicationBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

/** Drafts are kept 30 days from their fact: one of 60 days ago is due as soon as it came. */
const sixtyDays = 60 * 86_400;

async function oldDraft(): Promise<{ readonly prescription: string; readonly event: string }> {
  const id = fresh('rx');
  const data = {
    prescriptionId: id,
    prescriberId: 'usr_demo_ana',
    medicationDisplay: 'Invented 5 MG',
    draftedAt: instantAgo(sixtyDays),
  };
  const event = medicationBody('medication.prescription.drafted.v1', data, sixtyDays);
  await sendRaw(base, 'demo-medication', event);
  return { prescription: `medication:${id}`, event: String(event['id']) };
}

/** Removes what is due, and waits until the purge has ended. */
async function purge(page: Page): Promise<void> {
  await page.goto('/retention');
  await page.getByRole('button', { name: 'Remove what is due' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/The content of \d+ events? would go/)).toBeVisible();
  await dialog.getByLabel('Reason').fill('The clocks have run out');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('tab', { name: 'Purges' }).click();
  const latest = page.getByRole('grid', { name: 'Purges' }).getByRole('row').nth(1);
  await expect(latest.getByText('Done')).toBeVisible({ timeout: 20_000 });
}

const retained = async (page: Page, event: string): Promise<boolean> => {
  const answer = await page.request.get(`/api/events?q=${event}`);
  const { items } = await answer.json();
  return items[0].purgedAt === null;
};

test('a legal hold stops the clock, its release lets it run; the timeline, the payload and the record show the deletion', async ({
  page,
  browser,
}) => {
  const [held, gone] = [await oldDraft(), await oldDraft()];
  const doctor = await (await browser.newContext({ baseURL: base })).newPage();
  await signInAs(doctor, 'doctor@demo.test');
  for (const { prescription } of [held, gone]) await openPrescription(doctor, prescription);

  await signInAs(page, 'admin@demo.test');
  await page.goto('/retention?tab=holds');
  await page.getByRole('button', { name: 'Place a hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('About').selectOption('prescription');
  await dialog.getByLabel('Which one').fill('medication:rx_that_is_not_there');
  await dialog.getByLabel('Reason').fill('A court asked for it');
  await dialog.getByRole('button', { name: 'Place a hold' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no such record');
  await dialog.getByLabel('Which one').fill(held.prescription);
  await dialog.getByRole('button', { name: 'Place a hold' }).click();
  const row = page.getByRole('row').filter({ hasText: held.prescription });
  await expect(row.getByText('Clock stopped')).toBeVisible();

  await purge(page);
  expect(await retained(page, held.event)).toBe(true);
  expect(await retained(page, gone.event)).toBe(false);

  await page.getByRole('grid', { name: 'Purges' }).getByRole('row').nth(1).click();
  const record = page.getByRole('dialog');
  await expect(record.getByText('1 under a legal hold').first()).toBeVisible();
  await record.getByRole('button', { name: 'Check the record' }).click();
  await expect(record.getByText(/The record is right/)).toBeVisible();

  await page.goto(`/events?q=${gone.event}`);
  await expect(page.getByText(/^Live/)).toBeVisible();
  await page.getByRole('row').filter({ hasText: gone.event }).click();
  await expect(page.getByRole('dialog').getByText('No longer retained since')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: /reveal/i })).toHaveCount(0);

  await openPrescription(doctor, gone.prescription);
  await expect(doctor.getByText('No longer retained: medication.prescription.drafted.v1')).toBeVisible();
  // The state rests on the checkpoint.
  await expect(doctor.getByText('Draft', { exact: true }).first()).toBeVisible();
  await openPrescription(doctor, held.prescription);
  await expect(doctor.getByText(/No longer retained/)).toHaveCount(0);

  await page.goto('/retention?tab=holds');
  await row.getByRole('button', { name: /Release/ }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('The case is closed');
  await page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click();
  await expect(row.getByText('Released')).toBeVisible();
  await purge(page);
  expect(await retained(page, held.event)).toBe(false);
  await doctor.context().close();
});
