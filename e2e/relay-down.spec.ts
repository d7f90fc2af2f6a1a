import { expect } from '@playwright/test';
import { type Instance, startInstance } from '#scripts/testing/instance';
import { type Relay, relayAt } from '#scripts/testing/relay';
import { test } from './support/journey.ts';
import { openPrescription, signIn } from './support/people.ts';
import { fresh, instantAgo, osiguEvent, send } from './support/sender.ts';

// A mail relay of the test's own, which goes down and comes back: so an instance of its own, which sends by it.
let relay: Relay;
let instance: Instance;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  relay = await relayAt();
  instance = await startInstance({ SMTP_URL: relay.url, INGEST_RETRY_BASE_SECONDS: '2' });
});
test.afterAll(async () => {
  await instance.stop();
  await relay.down();
});

test('the mail relay is down and comes back: the tracker says so, and one mail goes out by itself', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const base = instance.baseUrl;
  const rx = fresh('rx');
  const id = `osigu:${rx}`;
  await send(
    base,
    'demo-osigu',
    osiguEvent('prescription.issued', {
      ...{ prescription_id: rx, prescription_code: `RX-${rx}`, doctor: { doctor_id: 'doc_demo_ana' } },
      patient: { patient_id: fresh('pat'), first_name: 'Inés', last_name: `Prueba${rx.slice(-6)}` },
      issued_at: instantAgo(120),
    }),
  );
  await send(
    base,
    'demo-osigu',
    osiguEvent('prescription.email_failed', {
      ...{ prescription_id: rx, email: 'ines@exmaple.com', reason: '550 5.1.1 no such user' },
      attempted_at: instantAgo(60),
    }),
  );
  const page = await (await browser.newContext({ baseURL: base })).newPage();
  await signIn(page, 'doctor@demo.test');
  await openPrescription(page, id);
  await page.getByRole('button', { name: 'Resend' }).click();
  const drawer = page.getByRole('dialog', { name: /^Fix & resend/ });
  await drawer.getByLabel('New address').fill('ines@example.com');
  await drawer.getByLabel('Type it again').fill('ines@example.com');
  await drawer.getByRole('button', { name: /^Send/ }).click();

  const tracker = drawer.getByLabel('Where the mail is');
  await expect(tracker).toContainText('Tried again');
  await expect(tracker).toContainText('ECONNREFUSED');
  await expect(drawer.getByRole('button', { name: /^Send/ })).toBeDisabled();
  const attempts = async () => {
    const { items } = await (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}/resends`)).json();
    return items[0].attempts;
  };
  await expect.poll(attempts, { timeout: 40_000 }).toBeGreaterThanOrEqual(3);
  expect(relay.taken).toEqual([]);

  await relay.up();
  await expect(tracker).toContainText('Accepted', { timeout: 60_000 });
  expect(relay.taken).toEqual(['ines@example.com']);
  await page.goto('/follow-ups');
  const fold = page.getByRole('group').filter({ hasText: /settled in the last seven days/ });
  await fold.locator('summary').click();
  await expect(fold.getByRole('listitem').filter({ hasText: `Prueba${rx.slice(-6)}` })).toContainText(
    'The mail server accepted it',
  );
});
