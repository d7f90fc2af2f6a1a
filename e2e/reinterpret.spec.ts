import { expect } from '@playwright/test';
import { killWorker, misreadCodes } from './support/database.ts';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, instantAgo, osiguBody, postEvent } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

const secret = 'a-secret-of-this-journey-32-bytes';

test('wrongly interpreted events are reinterpreted after the deploy: predicted row by row first, right afterwards though a worker died', async ({
  page,
}) => {
  await signInAs(page, 'admin@demo.test');
  const key = fresh('osigu').replaceAll('_', '-');
  const made = await page.request.post('/api/sources', {
    headers: { origin: base },
    data: { key, name: 'Codes of a journey', format: 'osigu', environment: 'sandbox', secret },
  });
  expect(made.ok()).toBe(true);
  const prescriptions = Array.from({ length: 120 }, () => ({ id: fresh('rx'), code: fresh('RX').toUpperCase() }));
  for (const { id, code } of prescriptions) {
    const issued = { prescription_id: id, prescription_code: code, issued_at: instantAgo(60) };
    const patient = { patient_id: fresh('pat'), first_name: 'Invented', last_name: 'Person' };
    const sender = { key, format: 'osigu', secret } as const;
    const answer = await postEvent(base, sender, osiguBody('prescription.issued', { ...issued, patient }));
    expect(answer.status).toBe(202);
  }
  const ids = prescriptions.map(({ id }) => `osigu:${id}`);
  const codeOf = async (id = '') =>
    (await (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}`)).json()).code;
  await expect.poll(() => codeOf(ids.at(-1)), { timeout: 60_000 }).toBe(prescriptions.at(-1)?.code);
  await misreadCodes(ids);
  expect(await codeOf(ids[0])).toBe('misread');

  await page.goto('/replays');
  await page.getByRole('link', { name: /Interpret processed events again/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interpret processed events again');
  await page.getByLabel('Name', { exact: true }).fill('Codes after the deploy');
  await page.getByLabel('Reason', { exact: true }).fill('The catalogue read the code wrongly');
  // Without a type it would be everything.
  await expect(page.getByRole('button', { name: 'Preview' })).toBeDisabled();
  await page.getByLabel(/^Type/).fill('prescription.issued');
  await page.getByLabel(/^Source/).fill(key);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page).toHaveURL(/\/replays\/[0-9a-f-]{36}/);
  const totals = page.getByRole('region', { name: 'Foretold and become' });
  await expect(totals.getByRole('row', { name: /^Done/ })).toContainText('120');
  await expect(page.getByText('What changes (120)')).toBeVisible();
  // A page of them, by id: each tells what it says and what it will say.
  const changed = page.getByRole('row').filter({ hasText: 'misread' });
  await expect(changed.first()).toContainText(/code\s*misread.*RX_/s);
  expect(await codeOf(ids[0])).toBe('misread');

  await page.getByLabel('Events a second').fill('30');
  await page.getByRole('button', { name: /^Start with 120 events/ }).click();
  await expect(page.getByText(/[1-9]\d* of 120 events/)).toBeVisible();
  await killWorker();
  await expect(page.getByText('Equal', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('120 of 120 events')).toBeVisible();
  for (const { id, code } of [prescriptions[0], prescriptions.at(-1)].filter((one) => one !== undefined))
    expect(await codeOf(`osigu:${id}`)).toBe(code);
});
