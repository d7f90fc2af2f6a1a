import { configDefaults, defineConfig } from 'vitest/config';
import { laneOfProcess } from './scripts/testing/lane.ts';
import LongestFirst from './scripts/testing/longest-first.ts';

const exclude = [...configDefaults.exclude, '.next/**', '.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    silent: 'passed-only',
    sequence: { sequencer: LongestFirst },
    // A run on two cores uses both: its own default leaves one to whoever watches.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts'],
          // A busy machine is no failure: only what never ends is stopped.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          // Tests that start whole instances reach everything, and take longer than anybody waits between two edits.
          exclude: [...exclude, ...(laneOfProcess() === 'quick' ? ['scripts/**'] : [])],
          globalSetup: ['scripts/testing/postgres-for-tests.ts'],
          // A second try is listed by name above the tally: it is to be examined, and does not stop everybody's work.
          retry: 1,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
