import { randomUUID } from 'node:crypto';
import { inTenant } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { type ReplayRun, runById } from '#lib/db/replays/replay-runs';
import { freezeSet, type ReplayChoice } from '#lib/db/replays/replay-set';
import { beginRun } from '#lib/db/replays/replay-states';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { interpretRow } from '#lib/events/interpret-row';
import type { Processing } from '#lib/processing/overview/process-events';
import { previewRun } from '#lib/processing/replays/replay-preview';
import { runReplays } from '#lib/processing/replays/replay-run';
import { asWorker } from './processing.ts';

const asCatalogue = { interpret: interpretRow };

/** A catalogue that does not take some messages, as after a change of a schema that was one too many. */
export function refusing(refused: (messageId: string) => boolean): Processing {
  return {
    ...asWorker,
    interpret(row): Meaning {
      const meaning = interpretRow(row);
      if (!refused(row.messageId)) return meaning;
      const none = { factKey: null, retainUntil: null, subjects: [] };
      const rejection = { cause: 'invalid-payload', paths: ['lotNumber: expected a number'] } as const;
      return { settled: { ...meaning.settled, ...none, status: 'quarantined', rejection }, lane: null, effect: null };
    },
  };
}

async function runNamed(tenantId: string, id: string): Promise<ReplayRun> {
  const run = await runById(prisma('any'), tenantId, id);
  if (!run) throw new Error('no such run');
  return run;
}

/** Asks for a preview, which no worker has made yet. */
export async function asked(which: ReplayChoice, tenantId = 'demo'): Promise<ReplayRun> {
  const id = randomUUID();
  const run = { tenantId, id, requestKey: id, name: 'A test', reason: 'to see', createdBy: 'usr_test', asked: which };
  await inTenant({ tenantId }, (tx) => freezeSet(tx, run));
  return runNamed(tenantId, id);
}

/** Asks for a preview and tells it, as a worker does. */
export async function previewed(which: ReplayChoice, tenantId = 'demo', replaying = asCatalogue): Promise<ReplayRun> {
  const run = await asked(which, tenantId);
  await previewRun(run, replaying);
  return runNamed(tenantId, run.id);
}

export async function begun({ tenantId, id }: ReplayRun, ratePerSecond = 5_000): Promise<void> {
  await inTenant({ tenantId }, (tx) => beginRun(tx, { tenantId, id }, { ratePerSecond, startedBy: 'usr_test' }));
}

/** Runs what was begun to its end, as fast as its pace lets it. */
export async function ran({ tenantId, id }: ReplayRun, replaying = asCatalogue): Promise<ReplayRun> {
  for (;;) {
    await runReplays(replaying);
    const run = await runNamed(tenantId, id);
    if (run.state !== 'running') return run;
    await new Promise((resume) => setTimeout(resume, 5));
  }
}
