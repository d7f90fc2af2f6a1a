import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, instantAgo, medicationBody, sendRaw } from './support/sender.ts';

test('a page of the register: the dispenser is refused, the second pharmacist countersigns by keyboard alone', async ({
  browser,
  page,
  baseURL,
}) => {
  const [code, stockItemId, dispenseId] = [fresh('MORPH'), fresh('stk'), fresh('dsp')];
  const medicine = { medicationCode: code, medicationDisplay: `Morphine ${code}`, stockItemId, lotNumber: 'M-7' };
  const base = baseURL ?? '';
  const receipt = {
    ...medicine,
    quantity: 100,
    quantityUnit: 'tablet',
    grnNumber: fresh('grn'),
    receivedAt: instantAgo(60),
  };
  await sendRaw(base, 'demo-medication', medicationBody('medication.inventory.stock_received.v1', receipt, 60));
  const given = {
    ...{ ...medicine, dispenseId, prescriptionId: fresh('rx'), schedule: 'II', dispensedQuantity: 12 },
    ...{ quantityUnit: 'tablet', pharmacistId: 'usr_demo_pharma', counterSignId: null },
  };
  await sendRaw(base, 'demo-medication', medicationBody('medication.controlled_substance.dispensed.v1', given, 30));
  const path = `/register/${encodeURIComponent(code)}`;

  // Marta dispensed it: the screen offers nothing to sign, and the route is closed.
  await signInAs(page, 'pharmacist@demo.test');
  const rowsOf = async () => (await (await page.request.get(`/api/register?substance=${code}`)).json()).items.length;
  await expect.poll(rowsOf).toBe(2);
  await page.goto(path);
  const row = page.getByRole('row').filter({ hasText: 'Dispensed' });
  await expect(row).toContainText('Missing');
  await expect(row).toContainText('100');
  await expect(row).toContainText('88');
  await expect(page.getByRole('button', { name: 'Countersign' })).toHaveCount(0);
  const door = `/api/dispenses/${encodeURIComponent(`medication:${dispenseId}`)}/countersign`;
  expect((await page.request.post(door, { headers: { origin: base } })).status()).toBe(403);

  const other = await browser.newContext(baseURL ? { baseURL } : {});
  const ivan = await other.newPage();
  await signInAs(ivan, 'pharmacist2@demo.test');
  await ivan.goto(path);
  await expect(ivan.getByRole('heading', { level: 1 })).toContainText(`Morphine ${code}`);
  await expect(ivan.getByRole('row').filter({ hasText: 'Dispensed' })).toBeVisible();
  await ivan.keyboard.press('j');
  await ivan.keyboard.press('Shift+C');
  await expect(ivan.getByRole('dialog')).toContainText('Dispensed by Marta Quiroa');
  await ivan.getByRole('button', { name: 'Countersign', exact: true }).last().press('Enter');
  await expect(ivan.getByRole('row').filter({ hasText: 'Dispensed' })).toContainText('Countersigned');
  expect((await ivan.request.post(door, { headers: { origin: base } })).status()).toBe(409);
  await other.close();

  // The page follows without a reload; the pharmacist in charge corrects the register by a new entry.
  await expect(row).toContainText('Iván Barrera');
  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByLabel('Lot', { exact: true }).fill('M-7');
  await page.getByLabel('Difference').fill('-2');
  await page.getByLabel('Reason').fill('Two broke before a witness');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect.poll(rowsOf).toBe(3);
  await page.goto(`/lots/${encodeURIComponent(`medication:${stockItemId}|M-7`)}`);
  await expect(page.getByRole('row').filter({ hasText: 'Correction' })).toContainText('Two broke before a witness');
  await page.goto(`${path}/print`);
  await expect(page.getByRole('row').filter({ hasText: 'Correction' })).toContainText('86');
  await expect(page.getByText(/Witness: Signature/)).toBeVisible();
});
