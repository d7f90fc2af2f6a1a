import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { drawer, openDrawer, retype, sendButton, tracker } from './support/drawer.ts';
import { test } from './support/journey.ts';
import { openPrescription, signInAs } from './support/people.ts';
import { fresh, instantAgo, medicationBody, osiguBody, sendRaw } from './support/sender.ts';

let base: string;
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signed in once for all journeys: the door counts how often one address knocks. */
test.beforeAll(async ({ browser, baseURL }) => {
  if (!baseURL) throw new Error('no address');
  base = baseURL;
  const context = await browser.newContext({ baseURL });
  await signInAs(await context.newPage(), 'doctor@demo.test');
  signedIn = await context.storageState();
  await context.close();
});

async function ana(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: base, storageState: signedIn })).newPage();
}

/** An Osigu prescription of Ana's whose mail bounced, as its sender tells it. */
async function bounced(reason: string, address = 'marisol@exmaple.com'): Promise<{ id: string; code: string }> {
  const rx = fresh('rx');
  const code = `RX-${rx.slice(3).toUpperCase()}`;
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.issued', {
      prescription_id: rx,
      prescription_code: code,
      version: 'v1.1',
      doctor: { doctor_id: 'doc_demo_ana' },
      patient: { patient_id: fresh('pat'), first_name: 'Marisol', last_name: 'Pineda' },
      issued_at: instantAgo(60),
    }),
  );
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.email_failed', {
      prescription_id: rx,
      email: address,
      reason,
      attempted_at: instantAgo(30),
    }),
  );
  return { id: `osigu:${rx}`, code };
}

const reach = (page: Page) => page.getByLabel('Facts', { exact: true });

test('a bounce is resolved: the reason, the corrected address, a real email, and accepted in both tabs', async ({
  browser,
}, info) => {
  const { id, code } = await bounced('550 5.1.1 mailbox not found');
  const page = await ana(browser);
  const colleague = await ana(browser);
  await openPrescription(colleague, id);
  await expect(reach(colleague)).toContainText('Address does not exist');

  await openDrawer(page, id);
  const started = Date.now();
  await expect(drawer(page)).toContainText('550 5.1.1 mailbox not found');
  await expect(drawer(page)).toContainText('marisol@exmaple.com');
  await retype(page, 'marisol@example.com');
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
  info.annotations.push({
    type: 'from drawer to accepted',
    description: `${Date.now() - started} ms, 1 click and 2 fields`,
  });
  await expect(reach(colleague)).toContainText('Accepted by mail server');
  await expect(reach(colleague)).toContainText('marisol@example.com');
  await expect(colleague.getByText('Resend asked for')).toBeVisible();

  await page.goto('/inbox');
  const mail = page.getByRole('link', { name: new RegExp(code) });
  await mail.click();
  await expect(page.getByRole('heading', { level: 2 })).toContainText(code);
  await expect(page.frameLocator('iframe').getByText(code)).toBeVisible();
  await page.getByText('Headers').click();
  await expect(page.getByText('auto-generated')).toBeVisible();
});

test('refused again, it says the new reason, and the next address goes through', async ({ browser }) => {
  const { id } = await bounced('550 5.1.1 no such user');
  const page = await ana(browser);
  await openDrawer(page, id);
  await retype(page, 'gone@example.com');
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Not delivered');
  await expect(drawer(page)).toContainText('Mailbox full or closed');
  await expect(drawer(page).getByText('550 5.2.1').first()).toBeVisible();
  await retype(page, 'marisol@example.com');
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
  await drawer(page).getByText('2 attempts of ours').click();
  await expect(drawer(page).getByText('gone@example.com')).toBeVisible();
});

test('a failure that our side must fix leads nobody to change the address', async ({ browser }) => {
  const { id } = await bounced('550 5.7.26 unauthenticated mail: SPF and DKIM did not pass', 'marisol@example.com');
  const page = await ana(browser);
  await openDrawer(page, id);
  await expect(drawer(page)).toContainText('do not change it');
  await expect(drawer(page).getByLabel('New address')).toHaveCount(0);
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
});

test('a dead address is not asked again by one key: it is changed, or somebody says that it is right', async ({
  browser,
}) => {
  const { id } = await bounced('550 5.1.1 no such user', `${fresh('ana')}@example.com`);
  const page = await ana(browser);
  await openDrawer(page, id);
  await expect(sendButton(page)).toBeDisabled();
  await drawer(page).getByRole('heading').click();
  await page.keyboard.press('Shift+S');
  const sent = async () =>
    (await (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}/resends`)).json()).items.length;
  expect(await sent()).toBe(0);
  await drawer(page).getByLabel('The address is right: send to it anyway').check();
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
  expect(await sent()).toBe(1);
});

test('no mail is offered where the sender has no code for the pharmacy, and the sheet gives none', async ({
  browser,
}) => {
  const rx = fresh('rx');
  await sendRaw(
    base,
    'demo-medication',
    medicationBody('medication.prescription.signed.v1', {
      ...{
        prescriptionId: rx,
        prescriberId: 'usr_demo_ana',
        medicationDisplay: 'Invented 5 MG',
        signedAt: instantAgo(5),
      },
    }),
  );
  const page = await ana(browser);
  await openDrawer(page, `medication:${rx}`);
  await expect(drawer(page)).toContainText('no code that a pharmacy finds it by');
  await expect(sendButton(page)).toHaveCount(0);
  const opened = page.context().waitForEvent('page');
  await drawer(page).getByRole('link', { name: 'Given on paper' }).click();
  const sheet = (await opened).getByRole('article');
  await expect(sheet).toContainText('This prescription has no code to show');
  await expect(sheet.getByRole('img')).toHaveCount(0);
  await expect(sheet).not.toContainText(rx);
});

test('a near miss is suggested, and used by one key', async ({ browser }) => {
  const { id } = await bounced('550 5.1.1 no such user', 'marisol.pineda@gmial.com');
  const page = await ana(browser);
  await openDrawer(page, id);
  await expect(drawer(page)).toContainText('Did you mean marisol.pineda@gmail.com?');
  await page.keyboard.press('Shift+U');
  await expect(drawer(page).getByLabel('New address')).toHaveValue('marisol.pineda@gmail.com');
  await expect(sendButton(page)).toBeDisabled();
  await drawer(page).getByLabel('Type it again').fill('marisol.pineda@gmail.co');
  await expect(drawer(page)).toContainText('The two addresses differ');
  await drawer(page).getByLabel('Type it again').fill('marisol.pineda@gmail.com');
  await drawer(page).getByRole('heading').click();
  await page.keyboard.press('Shift+S');
  await expect(tracker(page)).toContainText('Accepted');
});

test('a double click and two sessions send one mail', async ({ browser }) => {
  const { id } = await bounced('451 4.4.1 try again later', 'once@example.com');
  const page = await ana(browser);
  const other = await (await browser.newContext({ baseURL: base })).newPage();
  await signInAs(other, 'doctor@demo.test');
  for (const one of [page, other]) await openDrawer(one, id);
  await Promise.all([sendButton(page).dblclick(), sendButton(other).click({ noWaitAfter: true })]).catch(
    () => undefined,
  );
  for (const one of [page, other]) await expect(tracker(one)).toContainText('Accepted');
  const { items } = await (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}/resends`)).json();
  expect(items).toHaveLength(1);
});

test('a mail server that says "later" is asked again by itself, and the tracker says when', async ({ browser }) => {
  const { id } = await bounced('451 4.7.1 greylisted, try again later', `${fresh('ana')}@slow.example`);
  const page = await ana(browser);
  await openDrawer(page, id);
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Tried again');
  await expect(tracker(page)).toContainText('451 4.7.1 Greylisted');
  await expect(sendButton(page)).toBeDisabled();
  await expect(tracker(page)).toContainText('Accepted', { timeout: 30_000 });
});

test('an email that waits for its next try is canceled, and the right address is used at once', async ({ browser }) => {
  const { id } = await bounced('550 5.1.1 no such user');
  const page = await ana(browser);
  await openDrawer(page, id);
  await retype(page, 'marisol@full.example');
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Tried again');
  await expect(sendButton(page)).toBeDisabled();
  await drawer(page).getByRole('button', { name: 'Take it back' }).click();
  await expect(tracker(page)).toContainText('Taken back');
  await retype(page, 'marisol@example.com');
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
  await page.goto('/inbox');
  await expect(page.getByText('marisol@full.example')).toHaveCount(0);
});

test('an address that the clinic has on file for the patient is offered, and is used without typing', async ({
  browser,
}) => {
  const page = await ana(browser);
  const [patient_id, right] = [fresh('pat'), `${fresh('ines')}@example.com`];
  const patient = { patient_id, first_name: 'Inés', last_name: 'Prueba' };
  const issue = async () => {
    const rx = fresh('rx');
    const issued = { prescription_id: rx, prescription_code: rx, doctor: { doctor_id: 'doc_demo_ana' } };
    const now = { ...issued, patient, issued_at: instantAgo(0) };
    await sendRaw(base, 'demo-osigu', osiguBody('prescription.issued', now, 0));
    return rx;
  };
  await issue();
  const person = `/patients/${encodeURIComponent(`osigu:${patient_id}`)}`;
  await expect.poll(async () => (await page.request.get(`/api${person}`)).status()).toBe(200);
  await page.goto(person);
  await page.getByRole('button', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill(right);
  await dialog.getByLabel(/^Why/).fill('She spelled it');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);

  // Its sender knows nothing of it, and goes on with the old one.
  const rx = await issue();
  const failed = { prescription_id: rx, email: 'ines@old.example', reason: '550 5.1.1 no such user' };
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.email_failed', { ...failed, attempted_at: instantAgo(0) }, 0),
  );
  await openDrawer(page, `osigu:${rx}`);
  const offer = drawer(page).getByText(`The patient’s address on file is ${right}.`);
  await expect(offer).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Use it' }).click();
  await expect(drawer(page).getByLabel('Type it again')).toHaveCount(0);
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
});

test('a resend of an email settled since the doctor looked reports that, and the doctor may insist', async ({
  browser,
}) => {
  const { id } = await bounced('550 5.1.1 no such user', 'late@example.com');
  const page = await ana(browser);
  const resend = (body: object) =>
    page.request.post(`/api/prescriptions/${encodeURIComponent(id)}/resend`, { data: body });
  await expect
    .poll(async () => (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}`)).status())
    .toBe(200);
  const accepted = async () =>
    (await (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}`)).json()).email.state;
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.email_delivered', {
      prescription_id: id.slice('osigu:'.length),
      email: 'late@example.com',
      delivered_at: instantAgo(1),
    }),
  );
  await expect.poll(accepted).toBe('accepted');
  const no = await resend({ email: 'late@example.com', seen: 'failed' });
  expect([no.status(), (await no.json()).type]).toEqual([409, 'urn:scriptline:problem:settled']);
  expect((await resend({ email: 'late@example.com' })).status()).toBe(202);
  expect((await resend({ email: 'not an address' })).status()).toBe(422);
});

test('given on paper, with a code to scan, and by phone: both appear on the timeline', async ({ browser }) => {
  const { id, code } = await bounced('552 5.2.2 mailbox full');
  const page = await ana(browser);
  await openDrawer(page, id);
  const opened = page.context().waitForEvent('page');
  await drawer(page).getByRole('link', { name: 'Given on paper' }).click();
  const sheet = await opened;
  await expect(sheet.getByRole('img', { name: code })).toBeVisible();
  await expect(sheet.getByText('Marisol Pineda')).toBeVisible();
  await sheet.evaluate(() => Object.assign(window, { print: () => undefined }));
  await sheet.getByRole('button', { name: 'Print and record as given' }).click();
  await expect(sheet.getByText('Recorded as given on paper')).toBeVisible();

  await drawer(page).getByRole('button', { name: 'Told by phone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Told by phone' });
  await dialog.getByLabel('What was said, and to whom').fill('Read the code to her daughter');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(drawer(page)).toContainText('Told by phone: recorded');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Read the code to her daughter')).toBeVisible();
  await expect(page.getByText('Given on paper')).toBeVisible();
});

test("a colleague's prescription can neither be resent nor handed over", async ({ browser }) => {
  const { id } = await bounced('550 5.1.1 no such user');
  const page = await ana(browser);
  await openPrescription(page, id);
  const colleague = await (await browser.newContext({ baseURL: base })).newPage();
  await signInAs(colleague, 'doctor2@demo.test');
  const path = `/api/prescriptions/${encodeURIComponent(id)}`;
  for (const door of ['resend', 'handover', 'told'])
    expect(
      (
        await colleague.request.post(`${path}/${door}`, { data: { email: 'a@example.com', note: 'told her' } })
      ).status(),
    ).toBe(403);
  await colleague.goto(`/prescriptions/${encodeURIComponent(id)}/handover`);
  await expect(colleague.getByText('cannot be handed over by you')).toBeVisible();
});
