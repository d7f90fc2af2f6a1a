import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, instantAgo, medicationBody, sendRaw } from './support/sender.ts';

const medication = 'demo-medication';
let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

type Journey = { readonly item: string; readonly lot: string };

async function give({ item, lot }: Journey, dispenseId: string, patientId: string, secondsAgo: number): Promise<void> {
  const prescriptionId = fresh('rx');
  const given = { dispenseId, prescriptionId, patientId, stockItemId: item, lotNumber: lot };
  const dispense = medicationBody(
    'medication.dispensing.completed.v1',
    { ...given, dispensedQuantity: 30, quantityUnit: 'tablet', pharmacistId: 'usr_demo_paz' },
    secondsAgo,
  );
  await sendRaw(base, medication, dispense);
}

test('a recall from its webhook to the closing report, with a late dispense and a return', async ({ page }) => {
  const journey = { item: fresh('stk'), lot: fresh('LOT').toUpperCase() };
  const [first, second, late, recallId] = [fresh('pat'), fresh('pat'), fresh('pat'), fresh('rcl')] as const;
  const [returned, returnId] = [fresh('dsp'), fresh('ret')];
  await give(journey, fresh('dsp'), first, 5 * 86_400);
  await give(journey, returned, second, 2 * 86_400);
  await sendRaw(
    base,
    medication,
    medicationBody('medication.inventory.recall_triggered.v1', {
      ...{ stockItemId: journey.item, lotNumber: journey.lot, recallId, depth: 'patient', reason: 'Journey' },
      recalledAt: instantAgo(300),
    }),
  );
  await signInAs(page, 'pharmacist@demo.test');
  const path = `/recalls/${encodeURIComponent(`medication:${recallId}`)}`;
  await expect.poll(async () => (await page.request.get(`/api${path}`)).status()).toBe(200);
  await page.goto('/recalls');
  await expect(page.getByText(/^Live/)).toBeVisible();
  await page.getByRole('row', { name: journey.lot }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(journey.lot);
  await expect(page.getByText('Pending')).toBeVisible();
  await expect(page.getByRole('row', { name: first })).toBeVisible();

  await give(journey, fresh('dsp'), late, 88);
  await expect(
    page.getByText(new RegExp(`${late} was given 30 tablets 2\\d\\d seconds after the lot was frozen`)),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Show them' }).click();
  await expect(page.getByRole('row', { name: late })).toBeVisible();
  await expect(page.getByRole('row', { name: first })).toHaveCount(0);
  await page.getByRole('button', { name: 'Everyone 3' }).click();

  // Two keystrokes: Enter on the row, Shift and the letter.
  await page.getByRole('row', { name: late }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Shift+R');
  await expect(page.getByRole('row', { name: late })).toContainText('Reached');
  // A note begins with whatever letter it begins with: none of them logs.
  await page.getByRole('button', { name: `Log contact with ${first}` }).click();
  const note = page.getByRole('dialog').getByLabel('Note');
  await note.click();
  await page.keyboard.type('Refused to come, Back in May');
  await expect(note).toHaveValue('Refused to come, Back in May');
  await note.fill('Moved away, no number');
  await page.getByRole('dialog').getByRole('button', { name: 'Given up' }).click();
  await expect(page.getByRole('row', { name: first })).toContainText('Given up');

  await sendRaw(
    base,
    medication,
    medicationBody('medication.dispensing.returned.v1', {
      ...{ dispenseId: returned, returnId, returnedQuantity: 30, quantityUnit: 'tablet' },
      ...{ stockItemId: journey.item, lotNumber: journey.lot, reason: 'Recall' },
    }),
  );
  await expect(page.getByRole('button', { name: 'Brought all back 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Proof' }).click();
  await expect(page.getByText('Every return decided')).toBeVisible();
  const checks = page.getByRole('listitem').filter({ hasText: '1 missing' });
  await expect(checks).toHaveCount(2);
  await page.getByRole('button', { name: 'Close case' }).click();
  await page.getByLabel('What became of the stock').fill('Sent back to the supplier');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('It cannot be closed yet')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  const act = { headers: { origin: base } };
  const disposed = await page.request.post(`/api/returns/${encodeURIComponent(`medication:${returnId}`)}/dispose`, {
    ...act,
    data: { disposition: 'destroy' },
  });
  expect(disposed.ok()).toBe(true);
  await page.getByRole('button', { name: 'Stock 1' }).click();
  await page.getByRole('button', { name: `Count ${journey.lot}` }).click();
  await page.getByRole('dialog').getByLabel('Quantity').fill('0');
  await page.getByRole('dialog').getByRole('button', { name: 'Count', exact: true }).click();
  await expect(page.getByRole('row', { name: journey.lot })).toContainText('Yes');
  await page.getByRole('button', { name: 'Proof' }).click();
  await expect(page.getByText('Every return decided')).toBeVisible();
  await expect(checks).toHaveCount(0);
  await page.getByRole('button', { name: 'Close case' }).click();
  await page.getByLabel('What became of the stock').fill('Sent back to the supplier');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(/^Closed by /)).toBeVisible();
  await expect(page.getByText('Sent back to the supplier')).toBeVisible();
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await expect(page.getByText('Recall closed: 3 people')).toBeVisible();

  // Somebody else got of it, and we hear of it only now: the case is open again until that person knows too.
  const straggler = fresh('pat');
  await give(journey, fresh('dsp'), straggler, 86_400);
  await expect(page.getByText('1 person has joined since the case was closed. It is open again')).toBeVisible();
  await page.goto('/recalls?state=open');
  await expect(page.getByRole('row', { name: journey.lot })).toContainText('Open again');
  await page.goto(path);
  await page.getByRole('button', { name: `Log contact with ${straggler}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reached' }).click();
  await expect(page.getByRole('row', { name: straggler })).toContainText('Reached');
  await page.getByRole('button', { name: 'Close case' }).click();
  await page.getByLabel('What became of the stock').fill('Nothing more to send back');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('It is open again')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Close case' })).toHaveCount(0);
});

test('a recall opened from its lot freezes the same lot at another place; people are given to a colleague to call', async ({
  page,
}) => {
  const [here, there, lot, code] = [fresh('stk'), fresh('stk'), fresh('LOT').toUpperCase(), fresh('code')];
  for (const stockItemId of [here, there]) {
    const receipt = {
      ...{ stockItemId, lotNumber: lot, medicationCode: code, medicationDisplay: `Invented ${code}` },
      ...{ quantity: 50, quantityUnit: 'tablet', grnNumber: fresh('grn'), receivedAt: instantAgo(900) },
    };
    await sendRaw(base, medication, medicationBody('medication.inventory.stock_received.v1', receipt, 900));
  }
  const [first, second] = [fresh('pat'), fresh('pat')];
  await give({ item: here, lot }, fresh('dsp'), first, 600);
  await give({ item: there, lot }, fresh('dsp'), second, 500);
  await signInAs(page, 'pharmacist@demo.test');
  const lotPath = (item: string) => `/lots/${encodeURIComponent(`medication:${item}|${lot}`)}`;
  await expect.poll(async () => (await page.request.get(`/api${lotPath(there)}`)).status()).toBe(200);
  await page.goto(lotPath(here));
  await page.getByRole('button', { name: 'Open recall' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(lot);
  await dialog.getByLabel('Reason of the recall').fill('Foreign tablet');
  await dialog.getByRole('button', { name: 'Open recall' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lot);
  await expect(page.getByText('2 of 2 lots')).toBeVisible();

  await page.getByRole('row', { name: first }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 person chosen')).toBeVisible();
  await page.getByLabel('Who calls').selectOption({ label: 'Iván Barrera' });
  await page.getByRole('button', { name: 'Assign to be called' }).click();
  await expect(page.getByRole('row', { name: first })).toContainText('To be called by Iván Barrera');
  await expect(page.getByRole('row', { name: second })).not.toContainText('To be called');

  await page.goto(lotPath(there));
  await expect(page.getByRole('link', { name: 'Its recall' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Recalled', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hold back' })).toHaveCount(0);
});

test('a pasted notice: matched lots are chosen, alike ones are left to a person, and a case is opened from it', async ({
  page,
}) => {
  const number = String(Date.now()).slice(-6);
  const item = fresh('stk');
  await give({ item, lot: `9${number}A` }, fresh('dsp'), fresh('pat'), 86_400);
  await signInAs(page, 'pharmacist@demo.test');
  await page.goto('/recalls');
  await page.getByLabel('Text of the notice').fill(`Lot numbers: a) 9${number}A, 9${number}B, Exp 09/28; b) 77XQ001`);
  const compared = page.getByRole('checkbox', { name: `Put lot 9${number}A into the case` });
  await expect(async () => {
    await page.getByRole('button', { name: 'Compare with our lots' }).click();
    await expect(compared).toBeChecked({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText('77XQ001', { exact: false }).last()).toBeVisible();
  const seen = await new AxeBuilder({ page }).analyze();
  expect(seen.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  await page.getByLabel('Reason of the recall').fill('Named in a notice');
  await page.getByRole('button', { name: 'Open a recall of 1 lot' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`9${number}A`);
  await expect(page.getByRole('button', { name: 'People 1' })).toBeVisible();
});

test('everybody of a recall is written to at once, the sheet and the file name them all, and who has no address is counted', async ({
  page,
}) => {
  const journey = { item: fresh('stk'), lot: fresh('LOT').toUpperCase() };
  const [written, refused, mute] = [fresh('pat'), fresh('pat'), fresh('pat')] as const;
  for (const patient of [written, refused, mute]) await give(journey, fresh('dsp'), patient, 2 * 86_400);
  await signInAs(page, 'pharmacist@demo.test');
  const headers = { origin: base, 'content-type': 'text/csv' };
  const people = [
    'Nombre,Correo,Teléfono,medication_id',
    `Perla ${written},${written}@example.com,+503 2200 0001,${written}`,
    `Rosa ${refused},${refused}@blocked.example,,${refused}`,
  ].join('\n');
  const preview = await page.request.post('/api/patients/import?preview=1', { headers, data: people });
  const { digest } = await preview.json();
  const done = await page.request.post(`/api/patients/import?digest=${digest}`, { headers, data: people });
  expect(done.ok()).toBe(true);

  const recallId = fresh('rcl');
  const recall = { stockItemId: journey.item, lotNumber: journey.lot, recallId, reason: 'Journey' };
  await sendRaw(
    base,
    medication,
    medicationBody('medication.inventory.recall_triggered.v1', { ...recall, recalledAt: instantAgo(60) }),
  );
  const path = `/recalls/${encodeURIComponent(`medication:${recallId}`)}`;
  await expect.poll(async () => (await page.request.get(`/api${path}`)).status()).toBe(200);
  await page.goto(path);
  await expect(page.getByRole('row', { name: `Perla ${written}` })).toContainText('+503 2200 0001');
  await expect(page.getByRole('row', { name: mute })).toContainText('No phone or email');
  await page.getByRole('button', { name: 'Letter by email' }).dblclick();
  await expect(page.getByText('1 person has no usable address')).toBeVisible();
  await expect(page.getByRole('row', { name: `Perla ${written}` })).toContainText('Letter accepted');
  await expect(page.getByRole('row', { name: `Rosa ${refused}` })).toContainText('Letter not delivered');

  const sheet = await page.context().newPage();
  await sheet.goto(`${path}/call-sheet`);
  await expect(sheet.getByText(/^3 people to contact/)).toBeVisible();
  await expect(sheet.getByRole('row', { name: `Perla ${written}` })).toContainText('+503 2200 0001');
  await expect(sheet.getByRole('row').filter({ hasText: mute })).toBeVisible();

  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(4);
  for (const patient of [written, refused, mute])
    expect(lines.filter((line) => line.includes(patient))).toHaveLength(1);

  await page.goto('/inbox');
  await expect(page.getByText(`${written}@example.com`)).toHaveCount(1);
});
