import { type Browser, expect, type Page } from '@playwright/test';
import { type Instance, startInstance } from '#scripts/testing/instance';
import { type Relay, relayAt } from '#scripts/testing/relay';
import { settledLine } from './support/board.ts';
import { drawer, openDrawer, retype, sendButton, tracker } from './support/drawer.ts';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, instantAgo, osiguBody, sendRaw } from './support/sender.ts';

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

/** A prescription of Ana's whose mail bounced, with the drawer open and another address typed. */
async function mended(browser: Browser, address: string): Promise<{ page: Page; id: string; name: string }> {
  const base = instance.baseUrl;
  const rx = fresh('rx');
  const name = `Prueba${rx.slice(-6)}`;
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.issued', {
      ...{ prescription_id: rx, prescription_code: `RX-${rx}`, doctor: { doctor_id: 'doc_demo_ana' } },
      patient: { patient_id: fresh('pat'), first_name: 'Inés', last_name: name },
      issued_at: instantAgo(120),
    }),
  );
  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('prescription.email_failed', {
      ...{ prescription_id: rx, email: 'ines@exmaple.com', reason: '550 5.1.1 no such user' },
      attempted_at: instantAgo(60),
    }),
  );
  const page = await (await browser.newContext({ baseURL: base })).newPage();
  await signInAs(page, 'doctor@demo.test');
  await openDrawer(page, `osigu:${rx}`);
  await retype(page, address);
  await sendButton(page).click();
  return { page, id: `osigu:${rx}`, name };
}

test('the mail relay is down and comes back: the tracker says so, and one mail goes out by itself', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page, id, name } = await mended(browser, 'ines@example.com');
  await expect(tracker(page)).toContainText('Tried again');
  await expect(tracker(page)).toContainText('ECONNREFUSED');
  await expect(sendButton(page)).toBeDisabled();
  const attempts = async () => {
    const { items } = await (await page.request.get(`/api/prescriptions/${encodeURIComponent(id)}/resends`)).json();
    return items[0].attempts;
  };
  await expect.poll(attempts, { timeout: 40_000 }).toBeGreaterThanOrEqual(3);
  expect(relay.taken).toEqual([]);

  await relay.up();
  await expect(tracker(page)).toContainText('Accepted', { timeout: 60_000 });
  expect(relay.taken).toEqual(['ines@example.com']);
  await page.goto('/follow-ups');
  await expect(await settledLine(page, name)).toContainText('The mail server accepted it');
});

test('the line breaks before the relay’s answer: nothing goes twice, and a person says which it was', async ({
  browser,
}) => {
  await relay.up();
  const { page, name } = await mended(browser, 'lost@example.com');
  await expect(tracker(page)).toContainText('May have been sent');
  await expect(drawer(page)).toContainText('Nothing is sent again by itself');
  await expect(sendButton(page)).toBeDisabled();
  await drawer(page).getByRole('button', { name: 'It did not arrive' }).click();
  await expect(tracker(page)).toContainText('Not delivered');
  await retype(page, 'ines@example.com');
  await sendButton(page).click();
  await expect(tracker(page)).toContainText('Accepted');
  expect(relay.taken.filter((address) => address === 'lost@example.com')).toHaveLength(1);

  const other = await mended(browser, 'lost@example.com');
  await expect(tracker(other.page)).toContainText('May have been sent');
  await other.page.goto('/follow-ups');
  const row = other.page.getByRole('row').filter({ hasText: other.name });
  await expect(row).toContainText('Say whether it arrived');
  await expect(other.page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
  await row.getByText('May have been sent').click();
  await drawer(other.page).getByRole('button', { name: 'It arrived' }).click();
  await expect(row).toHaveCount(0);
});
