import { runChecks } from '#scripts/checks/run-checks';
import { generateClient } from '#scripts/launcher/generate';
import { changedSince } from './changed-since.ts';
import { chaosStage } from './chaos-stage.ts';
import type { Count } from './count.ts';
import { journeys } from './journeys-stage.ts';
import type { TestLane } from './lane.ts';
import { runVitest } from './run-stage.ts';

type Stage = (files: readonly string[], lane: TestLane) => Promise<Count>;

const vitest =
  (...projects: string[]): Stage =>
  async (files, lane) => {
    await generateClient();
    return runVitest(projects, files, lane);
  };

/** Between two edits: the integration tests that reach what was changed. A file that is named runs as it does in full. */
async function integration(files: readonly string[], lane: TestLane): Promise<Count> {
  await generateClient();
  if (lane !== 'quick') return runVitest(['integration'], files, lane);
  if (files.length > 0) return runVitest(['integration'], files, 'full');
  return runVitest(['integration'], [`--changed=${await changedSince()}`, '--passWithNoTests'], lane);
}

/** `npm test -- <name> [files]` runs one. */
export const stages: Readonly<Record<string, Stage>> = {
  check: runChecks,
  unit: vitest('unit'),
  integration,
  e2e: journeys,
  chaos: chaosStage,
};

/** The stages of a lane, in this order. */
export const stagesOf: Readonly<Record<TestLane, readonly string[]>> = {
  quick: ['check', 'unit', 'integration'],
  full: ['check', 'unit', 'integration', 'e2e'],
  nightly: ['check', 'unit', 'integration', 'e2e', 'chaos'],
};
