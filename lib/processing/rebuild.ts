import { applyChanges } from '#lib/db/apply-changes';
import type { Claimed } from '#lib/db/claim';
import { liveGround } from '#lib/db/ground';
import { notifyScreens } from '#lib/db/live';
import { connect } from '#lib/db/prisma';
import { emptyProjections, processedAfter } from '#lib/db/rebuild-tables';
import { saveSubjects } from '#lib/db/settle-events';
import { interpretRow } from '#lib/events/interpret-row';

const batch = 1_000;

export type Rebuilt = { readonly events: number; readonly unreadable: number };

/**
 * Throws every projection away and folds the processed events of the ledger again, in bounded memory. Safe beside running workers: what they
 * fold meanwhile is folded once more, and repeats make no difference. `progress` hears of each batch.
 * @param url the database, as the serving role
 */
export async function rebuild(url: string, progress: (events: number) => void = () => {}): Promise<Rebuilt> {
  const db = connect(url, 'any');
  let events = 0;
  let unreadable = 0;
  try {
    await emptyProjections(db);
    let after = 0n;
    for (;;) {
      const rows = await processedAfter(db, after, batch);
      const last = rows.at(-1);
      if (!last) return { events, unreadable };
      for (const [tenantId, own] of Map.groupBy(rows, (row: Claimed) => row.tenantId)) {
        const meanings = own.map(interpretRow);
        unreadable += meanings.filter(({ effect }) => effect === null).length;
        await db.$transaction(async (tx) => {
          const touched = await applyChanges(
            tx,
            tenantId,
            meanings.flatMap(({ effect }) => effect ?? []),
          );
          await saveSubjects(
            liveGround(tx, tenantId),
            meanings.map(({ settled }) => settled),
          );
          await notifyScreens(tx, tenantId, touched);
        });
      }
      after = last.seq;
      events += rows.length;
      progress(events);
    }
  } finally {
    await db.$disconnect();
  }
}
