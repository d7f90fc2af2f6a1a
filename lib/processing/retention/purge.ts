import { acrossTenants } from '#lib/db/base/across-tenants';
import type { Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { databaseNow } from '#lib/db/base/now';
import { type DueEvent, dueAfter, removeContent, setClocks, typeAfter } from '#lib/db/retention/purge-due';
import { hashOn } from '#lib/db/retention/purge-hash';
import { advanceRun, claimPurgeRun, finishRun, lockRetention, type OpenRun } from '#lib/db/retention/purge-run';
import { addToTallies, type RetainedEvent, sortDue } from '#lib/db/retention/sort-due';
import { keepOf } from '#lib/events/catalog';
import { interpretRow } from '#lib/events/interpret-row';
import { appendCheckpoints, claimsOf, isHeldByState, rowsOf } from '#lib/processing/ledger/checkpoints';

/** Events of one transaction: a batch holds its locks for some tens of milliseconds. */
export const purgeBatch = 200;

async function purgeThese(tx: Tx, run: OpenRun, due: readonly DueEvent[]): Promise<void> {
  const { tenantId } = run;
  const looked = due.map((event) => {
    const meaning = interpretRow(event);
    const isRead = event.status === 'processed';
    const claims = isRead ? claimsOf(meaning) : { claims: [], about: [] };
    const at = isRead ? meaning.settled.at : event.receivedAt.toISOString();
    return { event, meaning, said: claims, at, subjects: meaning.settled.subjects, keep: keepOf(event.type) };
  });
  const { going, kept, clocks } = await sortDue(tx, run, looked);
  await setClocks(tx, tenantId, clocks);
  const rows = await rowsOf(
    tx,
    tenantId,
    going.flatMap((one) => one.said.claims),
  );
  // A claim that the state depends on and the catalogue no longer reads cannot be restated.
  const readable = going.filter(({ event, meaning }) => event.status !== 'processed' || meaning.effect !== null);
  const ready = readable.filter((one) => isHeldByState(rows, one.said.claims));
  const later = going
    .filter((one) => !ready.includes(one))
    .map(({ event }): RetainedEvent => ({ event, why: 'later' }));
  const gone = ready
    .map(({ event }) => event)
    .sort((a, b) => a.retainUntil.getTime() - b.retainUntil.getTime() || Number(a.seq - b.seq));
  const last = due.at(-1);
  const at = await databaseNow(tx);
  const replaced = await appendCheckpoints(
    tx,
    tenantId,
    ready.map((one) => one.said),
    rows,
    { key: `${run.id}|${last?.seq ?? 0n}`, at },
  );
  const stones = ready.map(({ event, meaning }) => ({
    seq: event.seq,
    deliveryId: event.deliveryId,
    lane: meaning.lane,
  }));
  await removeContent(tx, tenantId, run.id, [
    ...stones,
    ...replaced.map((seq) => ({ seq, lane: null, deliveryId: null })),
  ]);
  await advanceRun(tx, run, {
    place: { type: run.place.type, until: last?.retainUntil ?? run.place.until, seq: last?.seq ?? run.place.seq },
    looked: due.length,
    hash: hashOn(run.hash, gone),
    counts: addToTallies(new Map(), gone, [...kept, ...later]),
  });
}

/**
 * Does the next batch of one open run, in one transaction: finds due events, keeps those that must be kept, appends checkpoints, deletes
 * content, writes the record. A run that is stopped, killed or paused between two batches goes on where it was. Returns false when no run
 * is open.
 */
export async function purgeSome(batch = purgeBatch): Promise<boolean> {
  return acrossTenants(async (tx) => {
    const run = await claimPurgeRun(tx);
    if (!run) return false;
    await lockRetention(tx, run.tenantId);
    const due = await dueAfter(tx, run.tenantId, run.place, run, { limit: batch, lock: true });
    if (due.length > 0) await purgeThese(tx, run, due);
    else {
      const type = await typeAfter(tx, run.tenantId, run.place.type);
      if (type === null) await finishRun(tx, run);
      else
        await advanceRun(tx, run, {
          place: { type, until: null, seq: 0n },
          looked: 0,
          hash: run.hash,
          counts: new Map(),
        });
    }
    await notifyScreens(tx, run.tenantId, []);
    return true;
  });
}
