import { defineConfig } from '@playwright/test';
import { findChromium } from '#scripts/testing/chromium';
import { instances, ownInstance } from './e2e/support/instances.ts';

const walks = /(accessible|authorization)\.spec\.ts$/;

// Journeys in a real browser against running instances: `npm test -- e2e` starts one for each worker; E2E_BASE_URL names another.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // The journeys of a file go one after the other, and the files of one worker share its instance, as people do. Walks only look: the tests of one
  // file go to all workers, and first, because they take longest.
  projects: [
    { name: 'walks', testMatch: walks, fullyParallel: true },
    { name: 'journeys', testIgnore: walks },
  ],
  workers: instances().length,
  // A second try is listed by name above the tally: it is to be examined, and does not stop everybody's work.
  retries: 1,
  forbidOnly: true,
  // No bounds of the product's: several instances and their browsers share two cores.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json'] as const] : [])],
  use: {
    baseURL: ownInstance().baseUrl,
    browserName: 'chromium',
    launchOptions: findChromium() ?? {},
    locale: 'en-US',
    timezoneId: 'UTC',
    // An animation would be drawn, and waited for, at every step.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
