import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, medicationBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  if (!baseURL) throw new Error('no address');
  base = baseURL;
});

const source = 'demo-standard';
const sourceName = 'Standard webhooks';
const sendOne = () =>
  sendRaw(
    base,
    source,
    medicationBody('medication.prescription.held.v1', { prescriptionId: fresh('rx'), reason: 'flow' }),
  );

async function home(page: Page): Promise<void> {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/flow');
  await expect(page.getByText(/^Live/)).toBeVisible();
}

const rowOf = (page: Page): Locator => page.getByRole('row').filter({ hasText: source });
const incident = (page: Page): Locator =>
  page
    .getByRole('region', { name: 'What needs a look' })
    .getByRole('listitem')
    .filter({ hasText: `${sourceName} is silent` });

async function expectAnEvent(page: Page, everyMinutes: string): Promise<void> {
  await page.goto(`/flow?open=${source}`);
  const drawer = page.getByRole('dialog', { name: sourceName });
  await drawer.getByRole('button', { name: 'Say what to expect' }).click();
  const dialog = page.getByRole('dialog', { name: /^What to expect of/ });
  await dialog.getByLabel('An event at least every (minutes)').fill(everyMinutes);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(drawer).toContainText(`an event every ${everyMinutes} min`);
}

async function backToHabit(page: Page): Promise<void> {
  await page.goto(`/flow?open=${source}`);
  const drawer = page.getByRole('dialog', { name: sourceName });
  const back = drawer.getByRole('button', { name: 'Back to its own habit' });
  await expect(drawer).toContainText('Silence is measured against');
  if (await back.isVisible()) await back.click();
  await expect(back).toBeHidden();
}

test('a source falls silent: an incident is raised on every screen and notified by email; its next event ends it', async ({
  page,
}) => {
  // The shortest silence that can be expected of anybody is a minute.
  test.setTimeout(240_000);
  await home(page);
  // Incidents that an earlier try left open end, and are notified, before the emails are counted.
  await backToHabit(page);
  await page.goto('/flow');
  await expect(incident(page)).toHaveCount(0, { timeout: 60_000 });
  await page.goto('/inbox');
  const subjects = page.getByText(new RegExp(`${sourceName} is silent`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const before = await subjects.count();
  await sendOne();
  await expectAnEvent(page, '1');
  await page.goto('/flow');
  await expect(rowOf(page)).toContainText('Sending');

  await expect(incident(page)).toBeVisible({ timeout: 120_000 });
  await expect(rowOf(page)).toContainText('Silent');
  await expect(incident(page)).toContainText('Told');
  await page.goto('/events');
  await expect(page.getByRole('link', { name: /incidents? open$/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'See Flow' })).toBeVisible();

  await page.goto('/flow');
  await sendOne();
  await expect(incident(page)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'What is over' })).toContainText(`${sourceName} is silent`);

  await page.goto('/inbox');
  await expect(subjects).toHaveCount(before + 2);
  await backToHabit(page);
});

test('an incident is muted with a reason, seen so by a second admin, and the mute is ended', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await home(page);
  await sendOne();
  await expectAnEvent(page, '1');
  const drawer = page.getByRole('dialog', { name: sourceName });
  await drawer.getByRole('button', { name: 'Mute its silence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mute this incident' });
  await expect(dialog.getByRole('button', { name: 'Mute' })).toBeDisabled();
  const reason = `Moving to another server ${fresh('why')}`;
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Mute' }).click();
  await expect(dialog).toBeHidden();

  const other = await browser.newPage({ ...(base ? { baseURL: base } : {}) });
  await signInAs(other, 'admin2@demo.test');
  await other.goto('/flow');
  await expect(incident(other)).toContainText(reason, { timeout: 120_000 });
  await expect(incident(other)).toContainText('Not told yet');
  await page.goto('/flow');
  await expect(incident(page)).toContainText(reason);
  await incident(other)
    .getByRole('button', { name: /^End the mute/ })
    .click();
  await expect(incident(other)).toContainText('Told', { timeout: 30_000 });
  // The first admin's screen says the same, without a reload.
  await expect(incident(page)).toContainText('Told', { timeout: 30_000 });
  await sendOne();
  await expect(incident(other)).toHaveCount(0, { timeout: 60_000 });
  await other.close();
  await backToHabit(page);
});

test('every number of a source is the number of rows that it opens', async ({ page }) => {
  const sent = medicationBody('medication.prescription.held.v1', { prescriptionId: fresh('rx'), reason: 'flow' });
  await sendRaw(base, source, sent);
  await sendRaw(base, source, sent);
  await sendRaw(base, source, medicationBody('medication.prescription.held.v1', { reason: 'about nothing' }));
  await home(page);
  for (const [name, words] of [
    ['received', /\d+ events?$/],
    ['repeated', /came again$/],
    ['quarantined', /quarantined$/],
  ] as const) {
    await page.goto('/flow');
    const link = rowOf(page).getByRole('link', { name: words });
    await expect(link, name).toBeVisible();
    const count = Number.parseInt(((await link.textContent()) ?? '').replace(/\D/g, ''), 10);
    const href = (await link.getAttribute('href')) ?? '';
    let [rows, cursor] = [0, ''];
    do {
      const answer = await page.request.get(`/api${href}&limit=200${cursor}`);
      const { items, nextCursor } = await answer.json();
      rows += items.length;
      cursor = nextCursor === null ? '' : `&cursor=${encodeURIComponent(nextCursor)}`;
    } while (cursor !== '');
    expect({ name, count: rows }).toEqual({ name, count });
  }
});

test('a recipient of notifications is added, tried and removed', async ({ page }) => {
  await home(page);
  const address = `${fresh('ops')}@example.com`;
  const region = page.getByRole('region', { name: 'Who is told' });
  await region.getByRole('button', { name: 'Add' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tell somebody' });
  await dialog.getByLabel('Address').fill(address);
  await dialog.getByRole('button', { name: 'Add' }).click();
  const row = region.getByRole('listitem').filter({ hasText: address });
  await expect(row).toContainText('nothing sent yet');
  await row.getByRole('button', { name: `Send a test to ${address}` }).click();
  await expect(row).toContainText('accepted', { timeout: 20_000 });
  await row.getByRole('button', { name: `Remove ${address}` }).click();
  await expect(row).toHaveCount(0);

  await region.getByRole('button', { name: 'Add' }).click();
  await dialog.getByLabel('How').selectOption('webhook');
  await dialog.getByLabel('Address').fill('https://127.0.0.1/hook');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('alert')).toContainText('private');
});

test('the canary comes through the real endpoint, and is in no stream unless asked for', async ({ page }) => {
  await home(page);
  const tile = page.getByRole('region', { name: 'Behind the sources' }).getByRole('link', { name: /^Canary/ });
  await expect(tile).toContainText(/\d+ ms/, { timeout: 90_000 });
  const canaries = await (await page.request.get('/api/events?source=canary')).json();
  expect(canaries.items[0]).toMatchObject({ type: 'canary.sent', status: 'ignored' });
  const all = await (await page.request.get('/api/events?limit=200')).json();
  expect(all.items.filter(({ type }: { type: string }) => type === 'canary.sent')).toEqual([]);
});
