import { acrossTenants } from '#lib/db/base/across-tenants';
import { listen } from '#lib/db/base/listen';
import { ledgerChannel } from '#lib/db/base/notify-changes';
import { foldTallies } from '#lib/db/dead-letters/dead-letter-tallies';
import { sealAudit } from '#lib/db/ledger/audit/seal-audit';
import { sealRegister } from '#lib/db/register/seal-register';
import { env } from '#lib/env';
import { interpretRow } from '#lib/events/interpret-row';
import { log } from '#lib/observability/log';
import { beat } from '#lib/processing/base/heartbeat';
import { repeating } from '#lib/processing/base/repeating';
import { countLegacySubjects } from '#lib/processing/connections/legacy-subject-counts';
import { defaultBatch, processEvents } from './process-events.ts';

const pollMs = 1_000;
const pauseAfterFailureMs = 500;
const everyMs = { beat: 2_000, seal: 5_000, tally: 10_000, names: 10_000 } as const;

/** A worker at work: woken by NOTIFY, with a poll behind it. `stop` lets the batch under way finish. */
export type Work = { readonly stop: () => Promise<void> };

/** Something that can be woken; a wake-up while nobody sleeps is remembered. */
function alarm(): { wake: () => void; sleep: (ms: number) => Promise<void> } {
  let rung = false;
  let wakeUp: (() => void) | undefined;
  return {
    wake: () => {
      rung = true;
      wakeUp?.();
    },
    sleep: (ms) =>
      new Promise((resume) => {
        const done = () => {
          clearTimeout(timer);
          wakeUp = undefined;
          rung = false;
          resume();
        };
        const timer = setTimeout(done, ms);
        wakeUp = done;
        if (rung) done();
      }),
  };
}

/** A cut-off end of the chain is found only against a head that was kept elsewhere: the log is that place. */
async function seal(): Promise<void> {
  for (const { tenantId, sealed, head } of await sealAudit())
    log('info', 'audit.sealed', { tenantId, hash: head.hash, count: sealed });
}

async function sealBooks(): Promise<void> {
  for (const { tenantId, stockItemId, head } of await sealRegister())
    log('info', 'register.sealed', {
      tenantId,
      subjectKind: 'stock_item',
      subjectId: stockItemId,
      hash: head.hash,
      count: head.place,
    });
}

const foldCounts = () => acrossTenants(foldTallies);

/** Starts claiming and processing due events until stopped. */
export function startWork(worker: string): Work {
  const policy = { baseSeconds: env().INGEST_RETRY_BASE_SECONDS, capSeconds: env().INGEST_RETRY_CAP_SECONDS };
  const wakeUp = alarm();
  let stopping = false;
  const listener = listen(env().DATABASE_URL, ledgerChannel, {
    heard: wakeUp.wake,
    connected: wakeUp.wake,
    lost: (error) => log('warn', 'worker.not_listening', { error }),
  });
  const schedules = [
    repeating(everyMs.beat, 'heartbeat', () => beat(worker)),
    repeating(everyMs.seal, 'audit.seal', seal),
    repeating(everyMs.seal, 'register.seal', sealBooks),
    repeating(everyMs.tally, 'dead_letters.tally', foldCounts),
    repeating(everyMs.names, 'names.read', countLegacySubjects),
  ];
  const loop = (async () => {
    while (!stopping) {
      try {
        const took = await processEvents({ policy, batch: defaultBatch, interpret: interpretRow });
        if (took === 0) await wakeUp.sleep(pollMs);
      } catch (error) {
        log('warn', 'worker.cannot_work', { error });
        if (!stopping) await wakeUp.sleep(pauseAfterFailureMs);
      }
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      wakeUp.wake();
      await loop;
      await Promise.all([listener.stop(), ...schedules.map((stop) => stop())]);
    },
  };
}
