import { expect, type Locator } from '@playwright/test';
import type { JsonObject } from '#lib/domain/base/json/json';
import { appears, home, rowOf, settledLine, settledList } from './support/board.ts';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, instantAgo, medicationBody, osiguBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  if (!baseURL) throw new Error('no address');
  base = baseURL;
});

type Told = { readonly rx: string; readonly code: string; readonly name: string };

const osigu = (type: string, data: JsonObject) => sendRaw(base, 'demo-osigu', osiguBody(type, data));

/** An Osigu prescription with a patient of its own name, so that journeys find their row among the demo's. */
async function prescribed(doctor = 'doc_demo_ana', secondsAgo = 120): Promise<Told> {
  const rx = fresh('rx');
  const code = `RX-${rx.slice(3).toUpperCase()}`;
  const last = `Prueba${rx.slice(-6)}`;
  await osigu('prescription.issued', {
    ...{ prescription_id: rx, prescription_code: code, doctor: { doctor_id: doctor } },
    patient: { patient_id: fresh('pat'), first_name: 'Inés', last_name: last },
    issued_at: instantAgo(secondsAgo),
  });
  return { rx, code, name: `Inés ${last}` };
}

const bounce = (rx: string, reason: string, email = 'ines@exmaple.com', secondsAgo = 60) =>
  osigu('prescription.email_failed', { prescription_id: rx, email, reason, attempted_at: instantAgo(secondsAgo) });
const accepted = (rx: string, email = 'ines@exmaple.com') =>
  osigu('prescription.email_delivered', { prescription_id: rx, email, delivered_at: instantAgo(0) });

test('a bounce comes by webhook, the task appears by itself, is resolved from there, and settles', async ({
  page,
}, info) => {
  await home(page);
  const { rx, name } = await prescribed();
  await bounce(rx, '550 5.1.1 mailbox not found');
  const row = rowOf(page, 'Not delivered', name);
  await appears(page, row);
  await expect(row).toContainText('Address does not exist');
  await expect(row).toContainText('Correct the address and send again');

  let clicks = 0;
  const click = async (target: Locator) => {
    clicks++;
    await target.click();
  };
  const started = Date.now();
  await click(row.getByText('Address does not exist'));
  const drawer = page.getByRole('dialog', { name: /^Fix & resend/ });
  await expect(page).toHaveURL(new RegExp(`resend=osigu(%3A|:)${rx}`));
  await drawer.getByLabel('New address').fill('ines@example.com');
  await drawer.getByLabel('Type it again').fill('ines@example.com');
  await click(drawer.getByRole('button', { name: /^Send/ }));
  await expect(drawer.getByLabel('Where the mail is')).toContainText('Accepted');
  info.annotations.push({
    type: 'from follow-up to accepted',
    description: `${((Date.now() - started) / 1000).toFixed(1)} s, ${clicks} clicks and 2 fields`,
  });

  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(row).toHaveCount(0);
  await expect(await settledList(page)).toContainText(name);
  await expect(await settledLine(page, name)).toContainText('The mail server accepted it');
});

test('a late acceptance settles it without anybody’s doing', async ({ page }) => {
  await home(page);
  const { rx, name } = await prescribed();
  await bounce(rx, '451 4.4.1 connection timed out');
  const row = rowOf(page, 'Not delivered', name);
  await appears(page, row);
  await expect(row).toContainText('Send it again');
  await accepted(rx);
  await expect(row).toHaveCount(0);
  await expect(await settledLine(page, name)).toBeVisible();
});

test('accepted after all at the mistyped address: said for what it is, and nothing is settled until the right one accepts', async ({
  page,
}) => {
  const { rx, name } = await prescribed();
  await bounce(rx, '550 5.1.1 no such user', 'ines@exmaple.com');
  await home(page);
  const row = rowOf(page, 'Not delivered', name);
  await appears(page, row);
  const path = `/api/prescriptions/${encodeURIComponent(`osigu:${rx}`)}`;
  const resend = (email: string) => page.request.post(`${path}/resend`, { data: { email } });
  expect((await resend('gone@example.com')).status()).toBe(202);
  await expect(row).toContainText('Mailbox full or closed');
  await accepted(rx, 'ines@exmaple.com');
  await expect(row).toContainText('Accepted at i…@exmaple.com: not the address on file, so it settles nothing');

  const record = await page.context().newPage();
  await record.goto(`/prescriptions/${encodeURIComponent(`osigu:${rx}`)}`);
  await expect(record.getByLabel('Facts', { exact: true })).toContainText('Also accepted at ines@exmaple.com');
  await expect(record.getByRole('article', { name: /^Accepted at i…@exmaple.com, which is not/ })).toBeVisible();
  expect((await (await page.request.get(path)).json()).email).toMatchObject({
    state: 'failed',
    address: 'gone@example.com',
  });

  expect((await resend('ines@example.com')).status()).toBe(202);
  await expect(row).toHaveCount(0);
  await expect(await settledLine(page, name)).toContainText('The mail server accepted it');
});

test('held and resumed', async ({ page }) => {
  await home(page);
  const rx = fresh('rx');
  const medicine = `Invented ${rx.slice(-6)} 5 MG`;
  await sendRaw(
    base,
    'demo-medication',
    medicationBody('medication.prescription.signed.v1', {
      ...{ prescriptionId: rx, prescriberId: 'usr_demo_ana', medicationDisplay: medicine },
      signedAt: instantAgo(90),
    }),
  );
  await sendRaw(
    base,
    'demo-medication',
    medicationBody('medication.prescription.held.v1', { prescriptionId: rx, reason: 'Kidney result' }, 60),
  );
  const row = rowOf(page, 'On hold', medicine);
  await appears(page, row);
  await expect(row).toContainText('Kidney result');
  await sendRaw(
    base,
    'demo-medication',
    medicationBody('medication.prescription.resumed.v1', { prescriptionId: rx }, 1),
  );
  await expect(row).toHaveCount(0);
  await expect(await settledLine(page, medicine)).toContainText('Resumed');
});

test('a task is snoozed with a reason, by keyboard alone', async ({ page }) => {
  const { rx, name } = await prescribed();
  await bounce(rx, '552 5.2.2 mailbox full');
  await home(page);
  const row = rowOf(page, 'Not delivered', name);
  await appears(page, row);
  // Into the list, with the newest first; its last cell holds the button.
  await page.keyboard.press('j');
  await expect(row).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: `Put off: ${name}` })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Put this off' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('She comes in tomorrow');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row).toHaveCount(0);
  const fold = page.getByRole('group').filter({ hasText: /put off/ });
  await fold.locator('summary').click();
  await expect(fold.getByRole('listitem').filter({ hasText: name })).toContainText('She comes in tomorrow');
});

test('j and k go through the lanes from one to the next', async ({ page }) => {
  const { rx, name } = await prescribed();
  await bounce(rx, '550 5.1.1 no such user');
  await home(page);
  await appears(page, rowOf(page, 'Not delivered', name));
  const lanes = page.locator('[data-lane]');
  await expect.poll(() => lanes.count()).toBeGreaterThan(1);
  await page.keyboard.press('j');
  const laneOfFocus = () =>
    page.evaluate(() => document.activeElement?.closest('[data-lane]')?.getAttribute('data-lane'));
  await expect.poll(laneOfFocus).toBe('not_delivered');
  const first = await lanes.first().locator('tbody [role="row"]').count();
  for (let step = 0; step < first; step++) await page.keyboard.press('j', { delay: 30 });
  await expect.poll(laneOfFocus).not.toBe('not_delivered');
  await page.keyboard.press('k');
  await expect.poll(laneOfFocus).toBe('not_delivered');
});

test('each of two doctors sees only their own follow-ups', async ({ page, browser }) => {
  const mine = await prescribed();
  const his = await prescribed('doc_demo_luis');
  await bounce(mine.rx, '550 5.1.1 no such user');
  await bounce(his.rx, '550 5.1.1 no such user');
  const colleague = await (await browser.newContext({ baseURL: base })).newPage();
  await home(page);
  await home(colleague, 'doctor2@demo.test');
  await appears(page, rowOf(page, 'Not delivered', mine.name));
  await appears(colleague, rowOf(colleague, 'Not delivered', his.name));
  for (const [who, other] of [
    [page, his],
    [colleague, mine],
  ] as const) {
    const answer = await who.request.get('/api/follow-ups?limit=200');
    expect(await answer.text()).not.toContain(other.rx);
    const path = `/api/follow-ups/${encodeURIComponent(`not_delivered|osigu:${other.rx}`)}/snooze`;
    const data = { until: new Date(Date.now() + 3_600_000).toISOString(), reason: 'not mine' };
    expect((await who.request.post(path, { data })).status()).toBe(403);
  }
});

test('fifteen failures of one server: one banner for the doctor, one line for the admin, fixed and settled together', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const domain = `${fresh('clinic').replace('_', '-')}.test`;
  const events: Told[] = [];
  for (let nth = 0; nth < 15; nth++) {
    const one = await prescribed();
    events.push(one);
    await bounce(one.rx, '554 5.7.1 rejected by policy', `p${nth}@${domain}`, 60 - nth);
  }
  await home(page);
  const banner = page.getByText(`Mail to ${domain} is not accepted just now.`);
  await expect(banner).toBeVisible();
  await expect(page.locator('[data-incident]').filter({ has: banner })).toContainText(
    'Ours to mend, nothing for you to do: 15 prescriptions',
  );
  await expect(rowOf(page, 'Not delivered', events[0]?.name ?? '')).toHaveCount(0);
  await page.locator('[data-incident]').filter({ has: banner }).getByText('Which ones').click();
  await expect(page.getByRole('link', { name: events[3]?.name ?? '' })).toBeVisible();

  const admin = await (await browser.newContext({ baseURL: base })).newPage();
  await signInAs(admin, 'admin@demo.test');
  await admin.goto('/incidents');
  const line = admin.getByRole('row').filter({ hasText: domain });
  await expect(line).toContainText('15 of 15 waiting');
  await expect(line).toContainText('554 5.7.1 rejected by policy');
  expect(await admin.locator('main').textContent()).not.toContain('Inés');
  await line.getByRole('button', { name: /^Mended/ }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Send all again' }).click();
  await expect(line).toContainText('being sent again');
  await expect(line).toContainText('Settled', { timeout: 60_000 });
  await expect(banner).toBeHidden();
  await expect(
    (await settledList(page)).getByRole('listitem').filter({ hasText: events[0]?.name ?? '' }),
  ).toBeVisible();
});

test('a failure that is nobody’s is an admin’s, who gives it to a doctor', async ({ page, browser }) => {
  const rx = fresh('rx');
  await bounce(rx, '550 5.1.1 no such user', 'nobody@exmaple.com', 600);
  await signInAs(page, 'admin@demo.test');
  await page.goto('/unassigned');
  const row = page.getByRole('row').filter({ hasText: rx });
  await expect(row).toBeVisible();
  expect(await page.locator('main').textContent()).not.toContain('nobody@');
  await row.getByRole('button', { name: /^Give/ }).click();
  await page.getByRole('dialog').getByLabel('Doctor', { exact: true }).selectOption({ label: 'Dr. Luis Arriola' });
  await page.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(row).toHaveCount(0);
  const doctor = await (await browser.newContext({ baseURL: base })).newPage();
  await home(doctor, 'doctor2@demo.test');
  await appears(doctor, rowOf(doctor, 'Not delivered', rx));
});

test('the last task of the board leaves it when it is settled, though nothing is below it', async ({ page }) => {
  const rx = fresh('rx');
  const other = (type: string, data: JsonObject, daysAgo: number) =>
    sendRaw(base, 'other-medication', { ...medicationBody(type, data, daysAgo * 86_400), tenantid: 'ten_other' });
  await other('medication.prescription.signed.v1', { prescriptionId: rx, prescriberId: 'usr_other_eva' }, 21);
  await other('medication.prescription.held.v1', { prescriptionId: rx, reason: `Waiting for ${rx}` }, 20);
  await signInAs(page, 'doctor@other.test');
  const tasks = async () => (await page.request.get('/api/follow-ups')).text();
  await expect.poll(tasks).toContain(rx);
  await page.goto('/follow-ups');
  // This clinic speaks Spanish.
  await expect(page.getByText(/^En vivo/)).toBeVisible();
  const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
  await expect(rows.last()).toContainText(`Waiting for ${rx}`);
  await other('medication.prescription.resumed.v1', { prescriptionId: rx }, 0);
  await expect(page.getByText(`Waiting for ${rx}`)).toHaveCount(0);
});
