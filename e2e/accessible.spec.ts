import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { isNightly } from '#scripts/testing/lane';
import { signInAs } from './support/people.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: rules, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(found, name).toEqual([]);
}

const screens = [
  ['doctor@demo.test', '/follow-ups'],
  ['doctor@demo.test', '/follow-ups?resend=osigu%3Arx_demo_2001'],
  ['doctor@demo.test', '/prescriptions'],
  ['doctor@demo.test', '/prescriptions/medication%3Arx_demo_1001'],
  ['doctor@demo.test', '/prescriptions/osigu%3Arx_demo_2001'],
  ['doctor@demo.test', '/prescriptions/osigu%3Arx_demo_2001?resend=osigu%3Arx_demo_2001'],
  ['doctor@demo.test', '/prescriptions/osigu%3Arx_demo_2001/handover'],
  ['doctor@demo.test', '/inbox'],
  ['doctor@demo.test', '/patients'],
  ['doctor@demo.test', '/patients/osigu%3Apat_demo_201'],
  ['doctor@demo.test', '/prescriptions?q=nothing-is-called-so'],
  ['admin@demo.test', '/flow'],
  ['admin@demo.test', '/flow?open=demo-medication'],
  ['admin@demo.test', '/access'],
  ['admin@demo.test', '/access?tab=log'],
  ['admin@demo.test', '/access?tab=break-glass'],
  ['admin@demo.test', '/settings'],
  ['admin@demo.test', '/incidents'],
  ['admin@demo.test', '/unassigned'],
  ['admin@demo.test', '/dead-letters'],
  ['admin@demo.test', '/dead-letters?state=all&cause=not-json'],
  ['admin@demo.test', '/sources'],
  ['admin@demo.test', '/downstream'],
  ['admin@demo.test', '/legacy'],
  ['admin@demo.test', '/replays'],
  ['admin@demo.test', '/replays/new?cause=invalid-payload&state=open'],
  ['admin@demo.test', '/events'],
  ['admin@demo.test', '/events?open=latest'],
  ['admin@demo.test', '/prescriptions/medication%3Arx_demo_1001'],
  ['pharmacist@demo.test', '/prescriptions'],
  ['pharmacist@demo.test', '/today'],
  ['pharmacist@demo.test', '/queue'],
  ['pharmacist@demo.test', '/dispenses'],
  ['pharmacist@demo.test', '/dispenses?reviewed=no&open=medication%3Adsp_demo_03'],
  ['pharmacist@demo.test', '/stock'],
  ['pharmacist@demo.test', '/expiry?within=30'],
  ['pharmacist@demo.test', '/returns'],
  ['pharmacist@demo.test', '/safety'],
  ['pharmacist@demo.test', '/alerts'],
  ['pharmacist@demo.test', '/recalls'],
  ['pharmacist@demo.test', '/recalls/medication%3Arcl_demo_01'],
  ['pharmacist@demo.test', '/recalls/medication%3Arcl_demo_01?tab=stock'],
  ['pharmacist@demo.test', '/recalls/medication%3Arcl_demo_01?tab=log'],
  ['pharmacist@demo.test', '/recalls/medication%3Arcl_demo_01?tab=proof'],
  ['pharmacist@demo.test', '/recalls/medication%3Arcl_demo_01/call-sheet'],
  ['pharmacist@demo.test', '/register'],
  ['pharmacist@demo.test', '/register/RxNorm%7C1049621'],
  ['pharmacist@demo.test', '/register/RxNorm%7C1049621/print'],
  ['pharmacist@demo.test', '/lots/medication%3Astk_demo_01%7CLOT-2026-07'],
  ['pharmacist@demo.test', '/directories'],
  ['pharmacist@demo.test', '/directories?tab=products'],
  ['admin@demo.test', '/directories'],
  ['admin@demo.test', '/retention'],
  ['admin@demo.test', '/retention?tab=holds'],
  ['admin@demo.test', '/retention?tab=runs'],
] as const;

/** The place of the newest event that an admin sees. */
async function latestEvent(page: Page): Promise<string> {
  const { items } = await (await page.request.get('/api/events?limit=1')).json();
  return String(items[0].seq);
}

/**
 * The ways people view a screen: each of them on the same page, without a second visit. Axe runs once on each screen, in another light and
 * width from screen to screen, and nightly in all of them.
 */
const looks = [
  { colorScheme: 'light', width: 1360 },
  { colorScheme: 'dark', width: 1360 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'light', width: 320 },
] as const;

/** A page that is looked at, and what it complained of. */
async function opened(browser: Browser, baseURL: string | undefined): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults };
}

async function expectCleanInEachLook(page: Page, name: string, withAxe: (look: number) => boolean): Promise<void> {
  for (const [nth, { colorScheme, width }] of looks.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    if (isNightly() || withAxe(nth)) await expectClean(page, `${name}, ${colorScheme}, ${width} px`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
}

test('the sign-in is accessible, light and dark, 1360 and 320 px wide, and nothing is cut off sideways', async ({
  browser,
  baseURL,
}) => {
  const { page, faults } = await opened(browser, baseURL);
  await page.goto('/sign-in');
  await expectCleanInEachLook(page, '/sign-in', () => true);
  expect(faults).toEqual([]);
  await page.context().close();
});

const parts = [0, 1] as const;

for (const email of new Set(screens.map(([who]) => who))) {
  for (const part of parts) {
    test(`every screen of ${email} is accessible, light and dark, 1360 and 320 px wide, and nothing is cut off sideways (${part + 1} of ${parts.length})`, async ({
      browser,
      baseURL,
    }) => {
      // One walk over every second screen of a role, with axe in each of its views. The product sets no bound: axe is slow on a busy machine.
      test.setTimeout(1_200_000);
      const { page, faults } = await opened(browser, baseURL);
      await signInAs(page, email);
      const own = screens.filter(([who]) => who === email).map(([, path]) => path);
      for (const [visit, path] of own.filter((_, nth) => nth % parts.length === part).entries()) {
        await page.goto(path.endsWith('latest') ? path.replace('latest', await latestEvent(page)) : path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        await expectCleanInEachLook(page, `${email} ${path}`, (look) => look === visit % looks.length);
      }
      expect(faults, email).toEqual([]);
      await page.context().close();
    });
  }
}
