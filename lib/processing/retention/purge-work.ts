import { acrossTenants } from '#lib/db/base/across-tenants';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import type { Working } from '#lib/db/base/jobs';
import { databaseIsAway } from '#lib/db/base/sql-state';
import { dueCounts, openRun, ranLately } from '#lib/db/retention/purge-run';
import { everyTenant } from '#lib/db/stock/unalerted-expiries';
import { log } from '#lib/observability/log';
import { purgeSome } from './purge.ts';

const idleMs = 1_000;
const awayMs = 2_000;
/** Between two daily runs. */
const dailyHours = 20;
/** The daily run leaves events of the last days, whatever their clock: a source's clock may be wrong, and a person should see it first. */
export const graceDays = 30;

const day = 86_400_000;

/** The daily round: opens a run for each tenant of which anything is due and none ran today. */
export async function openDailyPurges(now = new Date()): Promise<void> {
  const receivedBefore = new Date(now.getTime() - graceDays * day);
  for (const tenantId of await acrossTenants(everyTenant)) {
    const open = async (tx: Tx) => {
      if (await ranLately(tx, tenantId, dailyHours)) return;
      const total = (await dueCounts(tx, tenantId, now, receivedBefore)).reduce((sum, { due }) => sum + due, 0);
      if (total === 0) return;
      const id = await openRun(tx, { tenantId, startedBy: null, asOf: now, receivedBefore, total });
      if (id !== null)
        log('info', 'purge.opened', { tenantId, subjectKind: 'purge', subjectId: String(id), count: total });
    };
    await inTenant({ tenantId }, open, 'lasting');
  }
}

/** Works off the open runs, batch after batch, until stopped. */
export function startPurging(): Working {
  let stopping = false;
  const loop = (async () => {
    while (!stopping) {
      const pause = await purgeSome()
        .then((worked) => (worked ? 0 : idleMs))
        .catch((error: unknown) => {
          log('warn', databaseIsAway(error) ? 'purge.cannot_work' : 'purge.failed', { error });
          return awayMs;
        });
      await new Promise((resume) => setTimeout(resume, pause));
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      await loop;
    },
  };
}
