import { sweepSessions } from '#lib/db/access/sweep-sessions';
import { workDaily } from '#lib/db/base/hourly-jobs';
import type { Working } from '#lib/db/base/jobs';
import { log } from '#lib/observability/log';
import { openDailyPurges } from '#lib/processing/retention/purge-work';
import { sweepEveryExpiry } from '#lib/processing/stock/expiry-sweep';

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
