import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, medicationBody, sendRaw } from './support/sender.ts';

test('a colleague’s patient: refused, opened with a reason, read, closed again, reviewed', async ({
  page,
  browser,
  baseURL,
}) => {
  const rx = fresh('rx');
  const pat = fresh('pat');
  const signedAt = new Date().toISOString();
  await sendRaw(
    baseURL ?? '',
    'demo-medication',
    medicationBody('medication.prescription.signed.v1', {
      ...{ prescriptionId: rx, patientId: pat, prescriberId: 'usr_demo_luis', signedAt },
      ...{ medicationCode: 'RxNorm|861007', medicationDisplay: 'Metformin 500 MG Oral Tablet' },
      ...{ quantity: 30, quantityUnit: 'tablet' },
    }),
  );
  await signInAs(page, 'doctor@demo.test');
  const path = `/prescriptions/medication%3A${rx}`;
  await expect.poll(async () => (await page.request.get(`/api${path}`)).status()).toBe(403);
  await page.goto(path);
  await expect(page.getByText('This is not yours to see').first()).toBeVisible();
  await page.getByRole('button', { name: 'Open with a reason…' }).click();
  const reason = `fainted in the waiting room ${rx}`;
  await page.getByLabel('Why is it needed?').fill(reason);
  await page.getByRole('button', { name: 'Open for three hours' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Metformin/ })).toBeVisible();
  const banner = page.getByRole('status').filter({ hasText: rx });
  await expect(banner).toContainText('every look is logged');
  // To read, not to act on.
  await expect(page.getByRole('button', { name: /resend/i })).toHaveCount(0);
  expect((await page.request.get(`/api/patients/medication%3A${pat}`)).status()).toBe(200);
  await banner.getByRole('button', { name: 'End now' }).click();
  await expect(page.getByText('This is not yours to see').first()).toBeVisible();
  expect((await page.request.get(`/api${path}`)).status()).toBe(403);

  const admin = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signInAs(admin, 'admin@demo.test');
  await admin.goto('/access?tab=break-glass');
  const row = admin.getByRole('row').filter({ hasText: reason });
  // The record, its timeline and the patient: what is asked for twice at the same moment is written twice.
  await expect(row).toContainText(/[2-9] looks/);
  await row.getByRole('button', { name: 'Review…' }).click();
  await admin.getByLabel('Your word on it').fill('talked it over');
  await admin.getByRole('button', { name: 'Mark as reviewed' }).click();
  await expect(row).toHaveCount(0);
  await admin.getByLabel('Openings').selectOption({ label: 'Reviewed' });
  await expect(admin.getByRole('row').filter({ hasText: reason })).toContainText('talked it over');
});
