import { runChecks } from '#scripts/checks/run-checks';
import { generateClient } from '#scripts/generate';
import { step } from '#scripts/progress';
import { changedSince } from './changed-since.ts';
import { chaosStage } from './chaos-stage.ts';
import { chromiumOrInstall } from './chromium.ts';
import { type Count, sum } from './count.ts';
import { type Instance, logsOf, startInstance } from './instance.ts';
import type { TestLane } from './lane.ts';
import { runPlaywright, runVitest } from './run-stage.ts';

type Stage = (files: readonly string[], lane: TestLane) => Promise<Count>;

const vitest =
  (...projects: string[]): Stage =>
  async (files, lane) => {
    await generateClient();
    return runVitest(projects, files, lane);
  };

/** Between two edits: the integration tests that reach what was changed. */
async function integration(files: readonly string[], lane: TestLane): Promise<Count> {
  await generateClient();
  const onlyChanged = lane === 'quick' && files.length === 0;
  const narrowed = onlyChanged ? [`--changed=${await changedSince()}`, '--passWithNoTests'] : files;
  return runVitest(['integration'], narrowed, lane);
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

/** Nobody waits two minutes to see a second try. */
const start = () => startInstance({ INGEST_RETRY_BASE_SECONDS: '2' });

async function journeys(files: readonly string[], lane: TestLane): Promise<Count> {
  const { executablePath } = chromiumOrInstall();
  const play = (instance: Instance, project: string) =>
    runPlaywright(instance, executablePath, [`--project=${project}`, `--output=test-results/${project}`], lane);
  const one = await step('Starting an instance for the browser journeys', start);
  if (files.length > 0) return stopped([one], () => runPlaywright(one, executablePath, files, lane));
  return stopped([one], async () => {
    const other = await step('Starting another one, for the admins', start);
    return stopped([other], async () => {
      const walks = await play(one, 'walks');
      return sum([walks, ...(await Promise.all([play(one, 'clinic'), play(other, 'admins')]))]);
    });
  });
}

/** Whatever happens, the instances are stopped; their output is printed when something failed. */
async function stopped(instances: readonly Instance[], run: () => Promise<Count>): Promise<Count> {
  try {
    const count = await run();
    if (count.failed > 0) for (const instance of instances) console.log(logsOf(instance));
    return count;
  } finally {
    for (const instance of instances) await instance.stop();
  }
}
