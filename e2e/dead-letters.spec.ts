import { expect, type Page } from '@playwright/test';
import type { JsonObject } from '#lib/domain/base/json/json';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, medicationBody, sendRaw } from './support/sender.ts';

const source = 'demo-standard';
const reason = 'Ticket 4711: the sender changed its schema';
const mine = `/dead-letters?source=${source}`;

/** A source's careless deploy: a key becomes an object, another is renamed, the envelope loses its version. */
const breaks: readonly ((id: string, person: string) => JsonObject)[] = [
  (id, person) => medicationBody('medication.dispensing.completed.v1', { dispenseId: { id }, patientId: person }),
  (id, person) => medicationBody('medication.prescription.held.v1', { prescription_id: id, patientId: person }),
  (id, person) => ({
    ...medicationBody('medication.prescription.resumed.v1', { id, patientId: person }),
    specversion: '2',
  }),
];

const settle = async (page: Page, act: 'discard' | 'reopen') => {
  const { asOf } = await (await page.request.get('/api/dead-letters?limit=1')).json();
  await page.request.post(`/api/dead-letters/${act}`, { data: { filter: { source }, asOf, reason } });
};
const counted = async (page: Page, query = 'state=open'): Promise<number> =>
  (await (await page.request.get(`/api/dead-letters?source=${source}&${query}&limit=1`)).json()).total;

async function sendAll(base: string, bodies: readonly JsonObject[]): Promise<void> {
  for (let at = 0; at < bodies.length; at += 25)
    await Promise.all(bodies.slice(at, at + 25).map((body) => sendRaw(base, source, body)));
}

test('a schema break makes 300 dead letters of three causes: grouped, all matching chosen, one revealed for a reason', async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const person = fresh('pat');
  await signInAs(page, 'admin@demo.test');
  await settle(page, 'discard');
  await expect.poll(() => counted(page)).toBe(0);
  await page.goto(mine);
  await expect(page.getByText('No dead letter matches')).toBeVisible();
  await sendAll(
    base,
    breaks.flatMap((made) => Array.from({ length: 100 }, () => made(fresh('rx'), person))),
  );
  await expect.poll(() => counted(page), { timeout: 20_000 }).toBe(300);

  // They arrive by themselves, and their number leads to all of them.
  await expect(page.getByText('300 dead letters match')).toBeVisible();
  await expect(page.getByText('in 3 causes')).toBeVisible();
  await page.getByRole('button', { name: '2 new, show' }).click();
  await expect(page.getByText('100 open')).toHaveCount(3);
  await expect(page.getByRole('link', { name: 'Replay all 300…' })).toHaveAttribute(
    'href',
    `/replays/new?source=${source}&state=open`,
  );

  // Into one cause by keyboard: a head, its letters, one chosen, then all that match and not just the page.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const head = page.getByRole('button', { name: /medication.prescription.held.v1/ });
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expect(page).toHaveURL(/fingerprint=/);
  const rows = page.getByRole('grid', { name: 'Dead letters of this cause' }).getByRole('row');
  await expect(rows).toHaveCount(51);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'All 100 matching' }).click();
  await expect(page.getByText('All 100 matching are chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Discard…', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Discard 100 dead letters');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Discard 100' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('100 discarded', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('200 dead letters match')).toBeVisible();
  // The filter survived.
  await expect(page).toHaveURL(new RegExp(`source=${source}`));
  expect(await counted(page, 'state=discarded&type=medication.prescription.held.v1')).toBeGreaterThanOrEqual(100);

  // One letter: no payload until a reason is given.
  await page.getByRole('button', { name: /medication.dispensing.completed.v1/ }).click();
  await page.getByRole('grid', { name: 'Dead letters of this cause' }).getByRole('row').nth(1).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('data.dispenseId').first()).toBeVisible();
  await expect(drawer.getByText('Failure 1')).toBeVisible();
  await expect(drawer).toContainText('within the two-hour retry window');
  await drawer.getByRole('link', { name: 'Open the whole letter' }).click();
  await expect(page).toHaveURL(/\/dead-letters\/\d+$/);
  await expect(page.getByText(person)).toHaveCount(0);
  await page.getByRole('button', { name: 'Reveal payload' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText(person).first()).toBeVisible();

  // Back to where one was: filter, cause and drawer.
  await page.goBack();
  await expect(page).toHaveURL(/fingerprint=.*open=\d+/);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a newer cause waits behind a number while somebody reads', async ({ page, baseURL }) => {
  await signInAs(page, 'admin@demo.test');
  await settle(page, 'discard');
  const [first, second] = breaks;
  await sendAll(baseURL ?? '', [first?.(fresh('rx'), 'pat_none') ?? {}]);
  await expect.poll(() => counted(page)).toBe(1);
  await page.goto(mine);
  await expect(page.getByText('1 dead letter matches')).toBeVisible();
  await expect(page.getByText(/^Live/)).toBeVisible();
  await sendAll(baseURL ?? '', [second?.(fresh('rx'), 'pat_none') ?? {}]);
  await expect(page.getByRole('button', { name: '1 new, show' })).toBeVisible();
  await expect(page.getByRole('button', { name: /medication.prescription.held.v1/ })).toHaveCount(0);
  await page.getByRole('button', { name: '1 new, show' }).click();
  await expect(page.getByRole('button', { name: /medication.prescription.held.v1/ })).toBeVisible();
});

test('an amendment is written by one admin, checked while typing, approved by another, and both texts stay', async ({
  browser,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const rx = fresh('rx');
  const event = medicationBody('medication.prescription.held.v1', { prescription_id: rx, reason: 'renamed' });
  const open = async (email: string) => {
    const page = await (await browser.newContext({ baseURL: base })).newPage();
    await signInAs(page, email);
    return page;
  };
  const author = await open('admin@demo.test');
  const approver = await open('admin2@demo.test');
  await sendRaw(base, source, event);
  const found = async () =>
    (await (await author.request.get(`/api/dead-letters?q=${event['id']}&limit=1`)).json()).items[0]?.seq ?? 0;
  await expect.poll(found).not.toBe(0);
  const seq = await found();

  await author.goto(`/dead-letters/${seq}`);
  await author.getByRole('button', { name: 'Amend…' }).click();
  await author.getByRole('dialog').getByLabel('Reason').fill(reason);
  await author.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  const text = author.getByLabel('What the event ought to have said');
  await expect(text).toHaveValue(new RegExp(rx));
  await expect(author.getByText('Nothing is changed yet.')).toBeVisible();
  await text.fill('{ not json');
  await expect(author.getByText('Does not fit yet: Not JSON')).toBeVisible();
  await text.fill(JSON.stringify({ prescriptionId: { id: rx } }));
  await expect(author.getByRole('form').getByText('data.prescriptionId')).toBeVisible();
  await text.fill(JSON.stringify({ prescriptionId: rx, reason: 'renamed' }, null, 2));
  await expect(author.getByText('Fits medication.prescription.held.v1')).toBeVisible();
  await expect(author.getByRole('region', { name: 'As amended' }).getByText(`"prescriptionId": "${rx}"`)).toBeVisible();
  await author.getByLabel('Reason').fill(reason);
  await author.getByRole('button', { name: 'Propose' }).click();
  await expect(author.getByText('Proposed. Another admin has to approve it')).toBeVisible();
  await expect(author.getByText('You proposed it: another admin has to decide.')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Approve…' })).toHaveCount(0);

  // The other admin finds it among the pending ones, and sees nothing of it before giving a reason.
  await approver.goto(`/dead-letters?amendment=proposed&q=${event['id']}`);
  await approver.getByRole('button', { name: /medication.prescription.held.v1/ }).click();
  await approver
    .getByRole('row')
    .filter({ hasText: String(event['id']) })
    .click();
  await approver.getByRole('link', { name: 'Open the whole letter' }).click();
  await expect(approver.getByRole('button', { name: 'Approve…' })).toBeDisabled();
  await expect(approver.getByText(rx)).toHaveCount(0);
  await approver.getByRole('button', { name: 'Compare…' }).click();
  await approver.getByRole('dialog').getByLabel('Reason').fill(reason);
  await approver.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  await expect(approver.getByRole('region', { name: 'As sent' }).getByText('"prescription_id"')).toBeVisible();
  await approver.getByRole('button', { name: 'Approve…' }).click();
  await approver.getByRole('dialog').getByLabel('Reason').fill('Compared with the sender’s ticket');
  await approver.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(approver.getByText('Approved: replay it to have it processed.')).toBeVisible();

  // Whoever wrote it sees the decision without a reload, and can look at both again.
  await expect(author.getByText('Approved: replay it to have it processed.')).toBeVisible();
  await author.getByRole('button', { name: 'Compare…' }).click();
  await author.getByRole('dialog').getByLabel('Reason').fill(reason);
  await author.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  await expect(author.getByRole('region', { name: 'As sent' }).getByText('"prescription_id"')).toBeVisible();
  await expect(author.getByRole('region', { name: 'As amended' }).getByText('"prescriptionId"')).toBeVisible();
  await author.context().close();
  await approver.context().close();
});
