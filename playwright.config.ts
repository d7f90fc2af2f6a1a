import { defineConfig } from '@playwright/test';
import { findChromium } from '#scripts/testing/chromium';

const walks = /(accessible|authorization)\.spec\.ts$/;
const admins =
  /(access|break-glass|dead-letters|downstream|events|flow|oidc|replay|reinterpret|retention|roles|settings|sources|strangers)\.spec\.ts$/;

// Journeys in a real browser against a running instance: `npm test -- e2e` starts one of its own; E2E_BASE_URL names another.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Journeys share the demo's tenants, as people do, and go one after the other; the admins' have an instance of their own beside the clinic's.
  // Walks only look, and go side by side.
  projects: [
    { name: 'walks', testMatch: walks, workers: 2, fullyParallel: true },
    { name: 'admins', testMatch: admins, workers: 1 },
    { name: 'clinic', testIgnore: [walks, admins], workers: 1 },
  ],
  workers: 2,
  // A second try is listed by name above the tally: it is to be examined, and does not stop everybody's work.
  retries: 1,
  forbidOnly: true,
  // No bounds of the product's: two instances and their browsers may share two busy cores.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json'] as const] : [])],
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? 'http://127.0.0.1:3000',
    browserName: 'chromium',
    launchOptions: findChromium() ?? {},
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
