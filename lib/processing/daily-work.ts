import { workDaily } from '#lib/db/daily-jobs';
import type { Working } from '#lib/db/jobs';
import { sweepSessions } from '#lib/db/sweep-sessions';
import { log } from '#lib/observability/log';
import { sweepEveryExpiry } from './expiry-sweep.ts';
import { openDailyPurges } from './purge-work.ts';

const pauseMs = 2_000;

async function round(): Promise<void> {
  await sweepEveryExpiry();
  await openDailyPurges();
  await sweepSessions();
}

/** Starts the rounds that go by the clock, until stopped; a database that is away is waited for. */
export function startDaily(): Working {
  let stopping = false;
  let working: Working | null = null;
  const warn = (error: unknown) => log('warn', 'daily.failed', { error });
  const begun = (async () => {
    while (!stopping && working === null) {
      working = await workDaily(round, warn).catch(async (error: unknown) => {
        warn(error);
        await new Promise((resume) => setTimeout(resume, pauseMs));
        return null;
      });
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      await begun;
      await working?.stop();
    },
  };
}
