import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs, signInAtHome } from './support/people.ts';
import { fresh, instantAgo, medicationBody, sendRaw } from './support/sender.ts';

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a review session by keyboard alone: from the number to its rows, two chosen and reviewed, one flagged', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const lotNumber = fresh('REV').toUpperCase();
  const shelf = { stockItemId: fresh('stk'), lotNumber, quantityUnit: 'tablet' };
  const ids = [fresh('dsp'), fresh('dsp'), fresh('dsp')];
  for (const [index, dispenseId] of ids.entries()) {
    const given = {
      ...shelf,
      dispenseId,
      prescriptionId: fresh('rx'),
      patientId: fresh('pat'),
      dispensedQuantity: 10 + index,
    };
    await sendRaw(base, 'demo-medication', medicationBody('medication.dispensing.completed.v1', given, 30 - index));
  }
  await signInAtHome(page, 'pharmacist@demo.test');
  await expect(page).toHaveURL(/\/today$/);
  const waiting = async () =>
    (await (await page.request.get(`/api/dispenses?reviewed=no&lot=${lotNumber}`)).json()).items.length;
  await expect.poll(waiting).toBe(3);

  // The first of the six numbers leads to its rows.
  const number = page.getByRole('link', { name: /to review/ });
  await number.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dispenses\?reviewed=no/);
  await page.getByRole('searchbox', { name: 'Lot number' }).focus();
  await page.keyboard.type(lotNumber);
  const rows = page.getByRole('row').filter({ hasText: lotNumber });
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Tab');

  // Down the list: the first two are chosen and reviewed together.
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.keyboard.press('Shift+R');
  await expect(rows).toHaveCount(1);
  await expect(page.getByText('2 reviewed')).toBeVisible();

  // The last one is wrong.
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.getByRole('dialog')).toContainText('Flag this dispense');
  await page.keyboard.type('Two tablets short');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rows).toHaveCount(0);
  const { items } = await (await page.request.get(`/api/dispenses?reviewed=flagged&lot=${lotNumber}`)).json();
  expect(items).toMatchObject([{ flagReason: 'Two tablets short', review: 'flagged' }]);
});

test('low stock from its alert to its cure: seen with a reason by keyboard, gone by itself once stock is received', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const stockItemId = fresh('stk');
  const medicine = { stockItemId, medicationDisplay: `Invented ${stockItemId}`, quantityUnit: 'tablet' };
  const alert = { ...medicine, quantityOnHand: 3, reorderPoint: 40 };
  // A row whose name begins with the pressed key: the key acts on the focused row all the same.
  const other = { ...alert, stockItemId: fresh('stk'), medicationDisplay: `Amoxicillin ${fresh('stk')}` };
  for (const one of [alert, other])
    await sendRaw(base, 'demo-medication', medicationBody('medication.inventory.reorder_alert.v1', one, 60));
  await signInAs(page, 'pharmacist@demo.test');
  const row = page.getByRole('row').filter({ hasText: stockItemId });
  await expect(async () => {
    await page.goto('/alerts?state=open&kind=reorder');
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText(/^Live/)).toBeVisible();
  await row.focus();
  await page.keyboard.press('Shift+A');
  await page.getByRole('dialog').getByLabel('Reason').fill('Ordered this morning');
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await page.goto('/alerts?state=acknowledged&kind=reorder');
  await expect(row).toContainText('Ordered this morning');
  const receipt = { ...medicine, lotNumber: 'R-1', quantity: 90, grnNumber: fresh('grn'), receivedAt: instantAgo(5) };
  await sendRaw(base, 'demo-medication', medicationBody('medication.inventory.stock_received.v1', receipt, 5));
  await expect(row).toHaveCount(0);
  await page.goto('/alerts?state=healed&kind=reorder');
  await expect(row).toContainText('Cured');
});

test('an expiry from the shelf to its decision: found, decided with its owner, gone from what is to be decided', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const lotNumber = fresh('EXP').toUpperCase();
  const receipt = {
    ...{ stockItemId: fresh('stk'), lotNumber, expiryDate: dayAhead(20), medicationDisplay: `Invented ${lotNumber}` },
    ...{ quantity: 60, quantityUnit: 'tablet', grnNumber: fresh('grn'), receivedAt: instantAgo(60) },
  };
  await sendRaw(base, 'demo-medication', medicationBody('medication.inventory.stock_received.v1', receipt, 60));
  await signInAs(page, 'pharmacist@demo.test');
  const path = `/api/lots?within=30&decided=no&q=${lotNumber}`;
  const there = async () => (await (await page.request.get(path)).json()).items.length;
  await expect.poll(there).toBe(1);
  await page.goto('/today');
  await page.getByRole('link', { name: /expire in 30 days/ }).click();
  const row = page.getByRole('row').filter({ hasText: lotNumber });
  await expect(row).toContainText('60');
  await row.getByRole('button', { name: 'Decide' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Decision').selectOption({ label: 'Ignore' });
  await expect(dialog.getByRole('button', { name: 'Decide' })).toBeDisabled();
  await dialog.getByLabel('Decision').selectOption({ label: 'Transfer' });
  await dialog.getByLabel('Whose task').fill('Iván Barrera');
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await page.goto(`/expiry?within=30&decided=yes`);
  await expect(row).toContainText('Transfer');
  await expect(row).toContainText('Iván Barrera');
});
