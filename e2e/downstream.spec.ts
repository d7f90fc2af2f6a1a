import { createServer, type Server } from 'node:http';
import { expect } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { test } from './support/journey.ts';
import { openPrescription, signInAs } from './support/people.ts';
import { fresh, osiguBody, sendRaw } from './support/sender.ts';

type Kept = { readonly headers: Record<string, string>; readonly body: string };
const received: Kept[] = [];
let answers: number[] = [];
let receiver: Server;
let url: string;
let base: string;

test.beforeAll(async ({ baseURL }) => {
  base = baseURL ?? '';
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    received.push({ headers: Object.fromEntries(headers), body });
    response.writeHead(answers.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${Reflect.get(Object(receiver.address()), 'port')}/billing`;
});
test.afterAll(() => {
  receiver.close();
});

const about = (code: string) => received.filter(({ body }) => JSON.parse(body).data.prescriptionCode === code);

async function issue(): Promise<{ rx: string; code: string }> {
  const [rx, code] = [fresh('rx'), fresh('RX').toUpperCase()];
  const data = { prescription_id: rx, prescription_code: code, doctor: { doctor_id: 'doc_demo_ana' } };
  await sendRaw(base, 'demo-osigu', osiguBody('prescription.issued', data));
  return { rx, code };
}

test('billing receives every issued prescription, signed, and a refusal shows until it is resent', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/downstream');
  const name = fresh('Billing');
  await page.getByRole('button', { name: 'Add a system' }).click();
  const form = page.getByRole('dialog', { name: 'Tell a system' });
  await expect(form.getByLabel('Prescription issued')).toBeChecked();
  await form.getByLabel('Name').fill(name);
  await form.getByRole('textbox', { name: 'Address' }).fill('https://10.0.0.7/hook');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('This cannot be taken');
  await form.getByRole('textbox', { name: 'Address' }).fill(url);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const once = page.getByRole('dialog', { name: 'The secret, this once' });
  const secret = (await once.locator('[data-secret]').textContent()) ?? '';
  await once.getByRole('button', { name: 'I have kept it' }).click();
  const card = page.getByRole('listitem', { name });
  await expect(card.getByText('Nothing sent yet')).toBeVisible();

  const { rx, code } = await issue();
  await expect.poll(() => about(code).length, { timeout: 15_000 }).toBe(1);
  const [{ headers, body } = { headers: {}, body: '' }] = about(code);
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'prescription.issued',
    data: { system: 'osigu', prescriptionId: rx, prescriptionCode: code },
  });
  await expect(card.getByText('Works')).toBeVisible();

  answers = [400];
  const second = await issue();
  await expect.poll(() => about(second.code).length, { timeout: 15_000 }).toBe(1);
  await expect(card.getByText('Failing', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: '1 failed' }).click();
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer.getByText(`osigu:${second.rx}`)).toBeVisible();
  await drawer.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => about(second.code).length, { timeout: 15_000 }).toBe(2);
  const [one, again] = about(second.code);
  expect(again?.body).toBe(one?.body);
  expect(again?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
  await expect(drawer.getByText('None is in this state.')).toBeVisible();
  await drawer.getByRole('button', { name: 'Close' }).click();

  await card.getByRole('button', { name: 'Pause' }).click();
  await expect(card.getByText('Paused')).toBeVisible();
  const third = await issue();
  await expect(card.getByRole('button', { name: '1 held' })).toBeVisible({ timeout: 15_000 });
  expect(about(third.code).length).toBe(0);
  await card.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => about(third.code).length, { timeout: 15_000 }).toBe(1);
});

test('a visit is attached by hand and by a file, is found by its id, and the file says what it would do first', async ({
  page,
}) => {
  const { rx, code } = await issue();
  const second = await issue();
  const [visit, filed] = [fresh('ENC'), fresh('ENC')];
  await signInAs(page, 'doctor@demo.test');
  await openPrescription(page, `osigu:${rx}`);
  await page.getByRole('button', { name: 'Attach a visit' }).click();
  await page.getByRole('dialog').getByLabel('Your own id of the visit').fill(visit);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Written at the visit ${visit}`)).toBeVisible();
  await page.goto(`/prescriptions?q=${visit}`);
  await expect(page.getByRole('row').filter({ hasText: code })).toBeVisible();

  await page.context().clearCookies();
  await signInAs(page, 'admin@demo.test');
  await openPrescription(page, `osigu:${second.rx}`);
  await page.goto('/downstream');
  await page.getByRole('button', { name: 'Import visits' }).click();
  const drawer = page.getByRole('dialog', { name: 'Import visits' });
  const csv = `prescription,encounter_id\n${second.code},${filed}\n${code},${visit}\nno-such,${filed}\n`;
  await drawer.getByLabel('File').setInputFiles({ name: 'visits.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(drawer.getByText('There is no prescription of this code or id.')).toBeVisible();
  await drawer.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(drawer.getByText('1 row imported.')).toBeVisible();
  await drawer.getByRole('button', { name: 'Close' }).click();
  const visits = page.getByRole('list', { name: 'Visits' });
  await expect(visits.getByText(filed)).toBeVisible();
  await expect(visits.getByText(visit)).toBeVisible();
});

test('the parity of names counts facts under both, and opens them', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/legacy');
  const row = page.getByRole('listitem', { name: 'medication.prescription.signed.v1' });
  await row.getByRole('button', { name: /both names/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Under both names' });
  await expect(drawer.getByRole('link', { name: 'Event under the old name' }).first()).toBeVisible();
  await expect(page).toHaveURL(/kind=both/);
});
