import { runChecks } from '#scripts/checks/run-checks';
import { generateClient } from '#scripts/generate';
import { step } from '#scripts/progress';
import { chromiumOrInstall } from './chromium.ts';
import { type Count, sum } from './count.ts';
import { logsOf, startInstance } from './instance.ts';
import { runPlaywright, runVitest } from './run-stage.ts';

type Stage = (files: readonly string[]) => Promise<Count>;

const vitest =
  (...projects: string[]): Stage =>
  async (files) => {
    await generateClient();
    return runVitest(projects, files);
  };

/** What `npm test` runs, in this order; `npm test -- <name> [files]` runs one. */
export const stages: Readonly<Record<string, Stage>> = {
  check: runChecks,
  unit: vitest('unit'),
  integration: vitest('integration'),
  e2e: journeys,
};

async function journeys(files: readonly string[]): Promise<Count> {
  const { executablePath } = chromiumOrInstall();
  const instance = await step('Starting an instance for the browser journeys', () =>
    // Nobody waits two minutes to see a second try.
    startInstance({ INGEST_RETRY_BASE_SECONDS: '2' }),
  );
  try {
    const play = (project: string) =>
      runPlaywright(instance.baseUrl, executablePath, [`--project=${project}`, ...files]);
    // Whoever names files may mean those of one kind only.
    const count = sum(files.length > 0 ? [await play('*')] : [await play('walks'), await play('journeys')]);
    if (count.failed > 0) console.log(logsOf(instance));
    return count;
  } finally {
    await instance.stop();
  }
}
