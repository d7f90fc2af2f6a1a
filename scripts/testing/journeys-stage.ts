import { step } from '#scripts/launcher/progress';
import { chromiumOrInstall } from './chromium.ts';
import type { Count } from './count.ts';
import { type Instance, logsOf, playDemo, playedDemoVariable, startInstance } from './instance.ts';
import type { TestLane } from './lane.ts';
import { runPlaywright } from './run-stage.ts';

/** As many workers, and instances, as two cores keep busy: a journey waits for the product now and then, and a walk does not. */
const workers = 3;

/** Nobody waits two minutes to see a second try. */
const settings = { INGEST_RETRY_BASE_SECONDS: '2' };

/** The journeys in a browser: the demo is played once, and each worker has an instance of its own that begins with a copy of it. */
export async function journeys(files: readonly string[], lane: TestLane): Promise<Count> {
  const { executablePath } = chromiumOrInstall();
  const demo = await step('Playing the demo for the browser journeys', playDemo);
  const instances: Instance[] = [];
  try {
    await step('Starting the instances', async () => {
      const count = files.length === 1 ? 1 : workers;
      for (let nth = 0; nth < count; nth++) instances.push(await startInstance(settings, demo.dataDir));
    });
    const more = {
      [playedDemoVariable]: demo.dataDir,
      ...(executablePath && { PLAYWRIGHT_CHROMIUM_PATH: executablePath }),
    };
    const count = await runPlaywright(instances, more, files, lane);
    if (count.failed > 0) for (const instance of instances) console.log(logsOf(instance));
    return count;
  } finally {
    for (const instance of instances) await instance.stop();
    demo.remove();
  }
}
