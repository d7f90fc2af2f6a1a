import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, medicationBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

test('an admin sees an event arrive, and its payload only for a reason', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/events');
  await expect(page.getByText(/^Live/)).toBeVisible();
  const note = fresh('secret-note');
  const event = medicationBody('medication.prescription.held.v1', { prescriptionId: fresh('rx'), reason: note });
  await sendRaw(base, 'demo-medication', event);
  const row = page.getByRole('row').filter({ hasText: String(event['id']) });
  await expect(row).toBeVisible();
  await row.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('medication.prescription.held.v1').first()).toBeVisible();
  await expect(page.getByText(note)).toHaveCount(0);

  await drawer.getByRole('button', { name: /reveal/i }).click();
  const reasonDialog = page.getByRole('dialog').last();
  await expect(reasonDialog.getByRole('button', { name: 'Show' })).toBeDisabled();
  await reasonDialog.getByLabel('Reason').fill('Ticket 4711: why was it held');
  await reasonDialog.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText(note).first()).toBeVisible();
});

test('a signed body that cannot be used is kept and shown with its cause', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  const id = fresh('evt');
  const answer = await sendRaw(base, 'demo-medication', {
    ...medicationBody('medication.prescription.held.v1', { prescriptionId: 'rx_1' }),
    id,
    tenantid: 'ten_somebody_else',
  });
  expect(answer).toEqual({ accepted: 0, duplicates: 0, quarantined: 1 });
  await page.goto(`/events?q=${id}`);
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: id })
      .getByText(/quarantined/i),
  ).toBeVisible();
});

test('filters stand in the address, and Back works', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/events?status=ignored');
  await expect(page.getByRole('row').filter({ hasText: 'settlement.paid' }).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Processed' })).toHaveCount(0);
  await page.getByRole('row').filter({ hasText: 'settlement.paid' }).first().click();
  await expect(page).toHaveURL(/open=\d+/);
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/status=ignored/);
});
