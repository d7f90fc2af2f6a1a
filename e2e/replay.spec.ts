import { expect } from '@playwright/test';
import type { JsonObject } from '#lib/domain/base/json/json';
import { signHeaders } from '#lib/sources/sign';
import { killWorker } from './support/database.ts';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, osiguBody } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

const each = 100;
const secret = 'a-secret-of-this-journey-32-bytes';

/** A sender who went over to production one evening, while the source still says sandbox: three kinds of events, none of which is taken. */
function afterTheDeploy(): readonly JsonObject[] {
  return Array.from({ length: each }, (_, n) => fresh(`rx_${n}`)).flatMap((prescription_id) => {
    const mail = { prescription_id, email: 'invented@example.test' };
    const patient = { patient_id: fresh('pat'), first_name: 'Invented', last_name: 'Person' };
    const now = new Date(Date.now() - 60_000).toISOString();
    return [
      osiguBody('prescription.issued', { prescription_id, prescription_code: fresh('RX'), issued_at: now, patient }),
      osiguBody('prescription.email_failed', { ...mail, reason: '550 5.1.1 no such user', attempted_at: now }),
      osiguBody('prescription.email_delivered', { ...mail, delivered_at: now }),
    ].map((event) => ({ ...event, environment: 'production' }));
  });
}

async function sendTo(key: string, body: JsonObject): Promise<void> {
  const raw = new TextEncoder().encode(JSON.stringify(body));
  const signed = signHeaders('osigu', raw, secret, { now: Math.floor(Date.now() / 1000), messageId: fresh('msg') });
  const answer = await fetch(`${base}/api/webhooks/${key}`, { method: 'POST', headers: signed, body: raw });
  expect(answer.status).toBe(202);
}

test('300 dead letters in three groups → the setting is corrected → preview → replay, paused, left, its worker killed half-way → totals equal', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signInAs(page, 'admin@demo.test');
  const key = fresh('osigu').replaceAll('_', '-');
  const headers = { origin: base };
  const made = await page.request.post('/api/sources', {
    headers,
    data: { key, name: 'Evening deploy', format: 'osigu', environment: 'sandbox', secret },
  });
  expect(made.ok()).toBe(true);
  const events = afterTheDeploy();
  for (let at = 0; at < events.length; at += 20)
    await Promise.all(events.slice(at, at + 20).map((body) => sendTo(key, body)));

  const groups = await (await page.request.get(`/api/dead-letters/groups?source=${key}&state=open`)).json();
  expect(groups.items).toHaveLength(3);

  // As long as the source says sandbox, a replay would fail: the preview says so, and nothing of it is begun.
  await page.goto(`/replays/new?source=${key}&state=open`);
  await page.getByLabel('Name', { exact: true }).fill('Too early');
  await page.getByLabel('Reason', { exact: true }).fill('To see what it would do');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page).toHaveURL(/\/replays\/[0-9a-f-]{36}/);
  const totals = page.getByRole('region', { name: 'Foretold and become' });
  await expect(totals.getByRole('row', { name: /^Failed again/ })).toContainText('300');

  const sources = await (await page.request.get('/api/sources')).json();
  const source = sources.items.find((one: { key: string }) => one.key === key);
  const mended = await page.request.post(`/api/sources/${source.id}`, {
    headers,
    data: { version: source.version, environment: 'production' },
  });
  expect(mended.ok()).toBe(true);

  await page.goto(`/replays/new?source=${key}&state=open`);
  await page.getByLabel('Name', { exact: true }).fill('After the evening deploy');
  await page.getByLabel('Reason', { exact: true }).fill('The source is bound to production now');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(totals.getByRole('row', { name: /^Done/ })).toContainText('300');
  await expect(page.getByText(/What changes \([\d,]+\)/)).not.toHaveText('What changes (0)');
  await expect(page.getByText('invented@example.test')).toHaveCount(0);

  // Slow enough that a busy machine still finds it under way.
  await page.getByLabel('Events a second').fill('15');
  await page.getByRole('button', { name: /^Start with 300 events/ }).dblclick();
  await expect(page.getByText(/[1-9]\d* of 300 events/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();

  // The tab is lost; the run is not.
  const address = page.url();
  await page.goto('/replays');
  await page.getByRole('row').filter({ hasText: 'After the evening deploy' }).first().click();
  await expect(page).toHaveURL(new RegExp(new URL(address).pathname));
  const run = async () => (await page.request.get(`/api${new URL(address).pathname}`)).json();
  const { done } = await run();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(async () => (await run()).done).toBeGreaterThan(done);
  await killWorker();
  expect((await run()).state).toBe('running');
  await expect(page.getByText('Equal', { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('300 of 300 events')).toBeVisible();

  const left = await (await page.request.get(`/api/dead-letters?source=${key}&state=open`)).json();
  expect(left.items).toEqual([]);
  const issued = events.find((event) => event['event_type'] === 'prescription.issued');
  const id = Reflect.get(Object(issued?.['data']), 'prescription_id');
  const answer = await page.request.get(`/api/prescriptions/${encodeURIComponent(`osigu:${String(id)}`)}`);
  expect(answer.status()).toBe(200);
});
