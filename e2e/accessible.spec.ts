import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './support/people.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
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
  ['admin@demo.test', '/events?open=1'],
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

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1360, 320]) {
    for (const email of new Set(screens.map(([who]) => who))) {
      test(`every screen of ${email} is accessible, ${scheme}, ${width} px wide, and nothing is cut off sideways`, async ({
        browser,
        baseURL,
      }) => {
        // One walk over every screen of a role, with axe on each.
        test.setTimeout(300_000);
        const context = await browser.newContext({
          colorScheme: scheme,
          viewport: { width, height: 800 },
          reducedMotion: 'reduce',
          ...(baseURL ? { baseURL } : {}),
        });
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text());
        });
        page.on('pageerror', (error) => faults.push(error.message));
        await page.goto('/sign-in');
        await expectClean(page, '/sign-in');
        await signIn(page, email);
        for (const [, path] of screens.filter(([who]) => who === email)) {
          await page.goto(path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
          await expectClean(page, `${email} ${path}`);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
        }
        expect(faults, email).toEqual([]);
        await context.close();
      });
    }
  }
}
