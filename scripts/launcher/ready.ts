import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import type { Supervised } from './supervised-process.ts';

const PATIENCE_MS = 120_000;
const CRASHES_THAT_ARE_ENOUGH = 3;

const unfinished = 'The screens are incomplete: a rebuild did not finish. Run npm run rebuild.';

/** Then the instance works, and events are taken; the start does not wait for a rebuild that may never come. */
function onlyProjectionsMissing(body: string): boolean {
  return ['database', 'migrations', 'worker'].every((name) => body.includes(`"${name}":true`));
}

/** Waits until the instance says that it is ready: database reachable, migrations applied, worker alive. `goOn` throws when there is no point in waiting. */
export async function untilReady(
  address: string,
  processes: Readonly<Record<string, Supervised>>,
  goOn: () => void,
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let lastAnswer = 'nothing';
  while (Date.now() < until) {
    goOn();
    try {
      const answer = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (answer.status === 200) return;
      const body = (await answer.text()).slice(0, 300);
      if (onlyProjectionsMissing(body)) return console.warn(`\n${unfinished}`);
      lastAnswer = `${answer.status} ${body}`;
    } catch (error) {
      lastAnswer = error instanceof Error ? error.message : String(error);
    }
    for (const [name, { crashes, lastWords }] of Object.entries(processes)) {
      if (crashes() >= CRASHES_THAT_ARE_ENOUGH)
        throw new CannotStart(`The ${name} process does not start:\n${lastWords()}`);
    }
    await wait(100);
  }
  throw new CannotStart(
    `Scriptline did not become ready within ${PATIENCE_MS / 1000} s; /api/health/ready last said: ${lastAnswer}`,
  );
}
