import { randomUUID } from 'node:crypto';
import { notifyScreens } from '#lib/db/base/notify-changes';
import type { Claimed } from '#lib/db/ledger/claim-work';
import { liveProjections } from '#lib/db/ledger/projections/projection-store';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { saveSubjects } from '#lib/db/ledger/settle-events';
import { applyChanges } from '#lib/db/overview/apply-changes';
import {
  connectForRebuild,
  emptyProjections,
  endRebuildConnection,
  inRebuild,
  processedAfter,
  projectionsMade,
  type RebuildConnection,
} from '#lib/db/overview/rebuild-tables';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { interpretRow } from '#lib/events/interpret-row';

const batch = 1_000;

/** A worker's transaction may hold a record for half a minute: the rebuild waits that long for it. */
const patience = 64;
const forever = Number.POSITIVE_INFINITY;

export type Rebuilt = { readonly events: number; readonly unreadable: number };

async function foldAgain(db: RebuildConnection, tenantId: string, meanings: readonly Meaning[]): Promise<void> {
  await inRebuild(db, async (tx) => {
    const touched = await applyChanges(
      tx,
      tenantId,
      meanings.flatMap(({ effect }) => effect ?? []),
    );
    await saveSubjects(
      liveProjections(tx, tenantId),
      meanings.map(({ settled }) => settled),
    );
    await notifyScreens(tx, tenantId, touched);
  });
}

/**
 * Empties every projection and folds the processed events of the ledger anew, in bounded memory. Safe beside running workers: events that
 * they fold in between are folded once more, and duplicates make no difference. One that dies half-way is reported by the readiness, and
 * completed by the next. `progress` is called with each batch. @param url the database, as the role that migrates: the serving one may not
 * truncate
 */
export async function rebuild(url: string, progress: (events: number) => void = () => {}): Promise<Rebuilt> {
  const db = connectForRebuild(url);
  const run = randomUUID();
  let events = 0;
  let unreadable = 0;
  try {
    await retryContention(() => emptyProjections(db, run), patience, forever);
    let after = 0n;
    for (;;) {
      const rows = await processedAfter(db, after, batch);
      const last = rows.at(-1);
      if (!last) break;
      for (const [tenantId, own] of Map.groupBy(rows, (row: Claimed) => row.tenantId)) {
        const meanings = own.map(interpretRow);
        unreadable += meanings.filter(({ effect }) => effect === null).length;
        await retryContention(() => foldAgain(db, tenantId, meanings), patience, forever);
      }
      after = last.seq;
      events += rows.length;
      progress(events);
    }
    await projectionsMade(db, run);
    return { events, unreadable };
  } finally {
    await endRebuildConnection(db);
  }
}
