import { expect, type Page } from '@playwright/test';
import { test } from './support/journey.ts';
import { copied, illegible } from './support/legible.ts';
import { type Planted, plantLongNames } from './support/long-names.ts';
import { signInAs } from './support/people.ts';

const encoded = encodeURIComponent;

/** Each screen that names medicines, with the words that have to be read there. */
type Screen = readonly [path: string, ...words: string[]];

const pharmacistScreens = (one: Planted): readonly Screen[] => {
  const lot = `medication:${one.item}|${one.lot}`;
  const recall = `/recalls/${encoded(`medication:${one.recall}`)}`;
  return [
    ['/today'],
    ['/queue', one.word],
    ['/prescriptions', one.word, one.plain, one.opioid],
    [`/prescriptions/${encoded(`medication:${one.signed}`)}`, one.word],
    [`/dispenses?lot=${one.lot}`, one.word],
    [`/dispenses?lot=${one.lot}&open=${encoded(`medication:${one.dispense}`)}`, one.word],
    ['/returns', one.word],
    [`/stock?q=${one.mark}`, one.word],
    [`/stock?q=${one.mark}&open=${encoded(`medication:${one.item}`)}`, one.word],
    ['/expiry?within=30', one.word],
    ['/alerts?state=open', one.word],
    ['/safety', one.word],
    ['/recalls', one.word],
    [recall, one.word, ...one.people],
    [`${recall}?tab=stock`, one.word],
    [`${recall}/call-sheet`, one.word, one.lot, ...one.people],
    ['/register', one.word],
    [`/register/${encoded(one.code)}`, one.word],
    [`/register/${encoded(one.code)}/print`, one.word],
    [`/lots/${encoded(lot)}`, one.word],
    ['/patients'],
    ['/directories?tab=products', one.opioid],
  ];
};

const doctorScreens = (one: Planted): readonly Screen[] => [
  ['/follow-ups', one.plain, one.opioid, one.patient],
  [`/follow-ups?resend=${encoded(`osigu:${one.issued}`)}`],
  ['/prescriptions', one.plain, one.opioid, one.patient],
  [`/prescriptions/${encoded(`osigu:${one.issued}`)}`, one.plain, one.opioid, one.patient],
  [`/prescriptions/${encoded(`osigu:${one.issued}`)}/handover`, one.plain, one.opioid],
  ['/patients', one.patient],
];

/** The admin's lists name no medicine: what they name is read all the same. */
const adminScreens: readonly Screen[] = [
  ...(['/events', '/dead-letters?state=all', '/flow', '/access', '/access?tab=log', '/incidents'] as const).map(
    (path) => [path] as const,
  ),
  ...(['/unassigned', '/replays', '/retention', '/retention?tab=holds', '/directories'] as const).map(
    (path) => [path] as const,
  ),
];

async function walk(page: Page, screens: readonly Screen[], marks: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, ...words] of screens) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first()).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    for (const word of words)
      await page
        .getByText(word)
        .first()
        .waitFor({ timeout: 10_000 })
        .catch(() => faults.push(`${path} does not name ${word}`));
    faults.push(...(await illegible(page, marks)).map((fault) => `${path} ${fault}`));
  }
  return faults;
}

let one: Planted;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await signInAs(page, 'pharmacist@demo.test');
  one = await plantLongNames(baseURL ?? '', page);
  await context.close();
});

test('no medicine is cut and no words are printed over others on a pharmacist’s screens, 320 to 1360 px and on paper', async ({
  page,
}) => {
  await signInAs(page, 'pharmacist@demo.test');
  expect(await walk(page, pharmacistScreens(one), [one.mark])).toEqual([]);
});

test('nor on a doctor’s, where a prescription of two is named by both, the controlled one first', async ({ page }) => {
  await signInAs(page, 'doctor@demo.test');
  expect(await walk(page, doctorScreens(one), [one.mark])).toEqual([]);
  await page.goto('/follow-ups');
  const row = page.getByRole('row').filter({ hasText: one.patient });
  expect(await row.locator('[data-medicine]').allTextContents()).toEqual([one.opioid, one.plain]);
  await page.goto(`/prescriptions/${encoded(`osigu:${one.issued}`)}`);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText(one.opioid);
  await expect(title).toContainText(one.plain);
  await expect(title).toContainText('Controlled');
  await page.keyboard.press('/');
  await page.getByRole('searchbox', { name: 'Search everywhere' }).fill(one.issuedCode);
  await expect(page.getByRole('menuitem').filter({ hasText: one.opioid })).toBeVisible();
  expect(await illegible(page, [one.mark])).toEqual([]);
});

test('nor on an admin’s', async ({ page }) => {
  await signInAs(page, 'admin@demo.test');
  expect(await walk(page, adminScreens, [one.mark])).toEqual([]);
});

test('an id copied from a list comes as one piece', async ({ page }) => {
  await signInAs(page, 'doctor@demo.test');
  await page.goto('/prescriptions');
  const id = '[role=row] [role=rowheader]';
  await expect(page.locator(id).filter({ hasText: one.issuedCode })).toBeVisible();
  expect(await copied(page, `${id} code`)).toContain(one.issuedCode);
  await expect(page.getByRole('rowheader', { name: one.issuedCode, exact: true })).toBeVisible();
  await page.goto('/follow-ups');
  await expect(page.getByRole('row').filter({ hasText: one.patient })).toBeVisible();
  expect(await copied(page, `${id} code`)).toContain(one.issuedCode);
});
