import { expect, type Page } from '@playwright/test';
import { test } from './support/journey.ts';
import { signInAs } from './support/people.ts';
import { fresh, osiguBody, postEvent } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

const event = () => osiguBody('prescription.issued', { prescription_id: fresh('rx'), prescription_code: fresh('RX') });

/** Reads the secret off the one dialog that shows it, and closes that. */
async function takeSecret(page: Page): Promise<string> {
  const once = page.getByRole('dialog', { name: 'The secret, this once' });
  const secret = await once.locator('[data-secret]').textContent();
  await once.getByRole('button', { name: 'I have kept it' }).click();
  await expect(once).toHaveCount(0);
  return secret ?? '';
}

type Traffic = {
  readonly statuses: readonly number[];
  /** From now on signed with this one; answers when nothing that was signed with the old one is on its way. */
  changeTo(secret: string): Promise<void>;
  stop(): Promise<void>;
};

/** A sender that goes on sending while others act, a few events a second from each of its hands. */
function keepSending(key: string, first: string): Traffic {
  const statuses: number[] = [];
  const turns = [0, 0, 0];
  let secret = first;
  let going = true;
  const hands = turns.map(async (_, hand) => {
    while (going) {
      statuses.push((await postEvent(base, { key, format: 'osigu', secret }, event())).status);
      turns[hand] = (turns[hand] ?? 0) + 1;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  });
  return {
    statuses,
    changeTo: async (next) => {
      const before = [...turns];
      secret = next;
      await expect.poll(() => turns.every((count, hand) => count > (before[hand] ?? 0) + 1)).toBe(true);
    },
    stop: async () => {
      going = false;
      await Promise.all(hands);
    },
  };
}

test('a source is made, its secret is shown once, and is changed over under traffic without an event refused', async ({
  page,
}) => {
  await signInAs(page, 'admin@demo.test');
  await page.goto('/sources');
  const [name, key] = [fresh('Clinic north'), fresh('north').replace('_', '-')];
  await page.getByRole('button', { name: 'Add a source' }).click();
  const form = page.getByRole('dialog', { name: 'Add a source' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Key').fill(key);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const first = await takeSecret(page);
  const card = page.getByRole('listitem', { name });
  await expect(card).toBeVisible();
  await page.reload();
  await expect(card).toBeVisible();
  await expect(page.getByText(first)).toHaveCount(0);

  const answered = async (secret: string) => (await postEvent(base, { key, format: 'osigu', secret }, event())).status;
  expect(await answered(first)).toBe(202);
  expect(await answered('not-the-secret-of-anybody')).toBe(401);

  const traffic = keepSending(key, first);
  await card.getByRole('button', { name: 'New secret' }).click();
  const rotate = page.getByRole('dialog', { name: /New secret for/ });
  await rotate.getByLabel('The old one goes on for').selectOption({ label: 'a day' });
  await rotate.getByRole('button', { name: 'Change over' }).click();
  const next = await takeSecret(page);
  expect(next).not.toBe(first);
  expect([await answered(next), await answered(first), await answered(next)]).toEqual([202, 202, 202]);
  await traffic.changeTo(next);

  await card.getByRole('button', { name: 'End it now' }).click();
  await expect(card.getByText('The one before goes until')).toHaveCount(0);
  await expect.poll(() => answered(first), { timeout: 3_000 }).toBe(401);
  expect(await answered(next)).toBe(202);
  await traffic.stop();
  expect(traffic.statuses.length).toBeGreaterThan(20);
  expect(traffic.statuses.filter((status) => status !== 202)).toEqual([]);

  await card.getByRole('button', { name: 'Send a test' }).click();
  await expect(card.getByText('A signed test came through')).toBeVisible();
  await card.getByRole('button', { name: 'Pause' }).click();
  const pause = page.getByRole('dialog', { name: `Pause ${name}` });
  await expect(pause).toContainText('answered 503 with Retry-After');
  await expect(pause.getByRole('button', { name: 'Pause' })).toBeDisabled();
  await pause.getByLabel('Reason').fill('their release is under way');
  await pause.getByRole('button', { name: 'Pause' }).click();
  await expect(card.getByText('Paused', { exact: true })).toBeVisible();
  await expect(card).toContainText('their release is under way');
  await expect.poll(() => answered(next), { timeout: 3_000 }).toBe(503);
  await card.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => answered(next), { timeout: 3_000 }).toBe(202);

  await card.getByRole('button', { name: 'Turn off' }).click();
  const off = page.getByRole('dialog', { name: `Turn off ${name}` });
  await off.getByLabel('Reason').fill('moved to another system');
  await expect(off.getByRole('button', { name: 'Turn off' })).toBeDisabled();
  await off.getByLabel(`Type the key ${key} to confirm`).fill(key);
  await off.getByRole('button', { name: 'Turn off' }).click();
  await expect(card.getByText('Off', { exact: true })).toBeVisible();
  await expect.poll(() => answered(next), { timeout: 3_000 }).toBe(404);
});

test("two admins at once: the second is refused with the reason, and sees the first one's change", async ({
  page,
  browser,
}) => {
  const [name, key] = [fresh('Clinic south'), fresh('south').replace('_', '-')];
  await signInAs(page, 'admin@demo.test');
  const headers = { origin: base };
  const asked = { key, name, format: 'photon' };
  expect((await page.request.post('/api/sources', { data: asked, headers })).status()).toBe(200);
  await page.goto('/sources');
  const other = await browser.newPage({ baseURL: base });
  await signInAs(other, 'admin2@demo.test');
  await other.goto('/sources');
  const edit = async (on: Page, rate: string) => {
    await on.getByRole('listitem', { name }).getByRole('button', { name: 'Edit' }).click();
    const form = on.getByRole('dialog', { name: `Edit ${name}` });
    await form.getByLabel('Most events a second').fill(rate);
    return form;
  };
  const [mine, theirs] = [await edit(page, '5'), await edit(other, '9')];
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('listitem', { name }).getByText('5 events a second at most')).toBeVisible();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByRole('alert')).toContainText('Somebody else has changed this meanwhile');
  await theirs.getByRole('button', { name: 'Cancel' }).click();
  await expect(other.getByRole('listitem', { name }).getByText('5 events a second at most')).toBeVisible();
  await other.close();
});
