import type { PurgePreview, RetentionClock, RetentionOverview } from '#lib/contract/retention/retention';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { lastPurges } from '#lib/db/retention/find-purge-runs';
import { countHolds } from '#lib/db/retention/legal-holds';
import { dueAfter, typeAfter } from '#lib/db/retention/purge-due';
import { dueCounts } from '#lib/db/retention/purge-run';
import { addToTallies, sortDue, type Tallies } from '#lib/db/retention/sort-due';
import type { Account } from '#lib/domain/access/account';
import { catalogue, keepOf } from '#lib/events/catalog';
import { interpretRow } from '#lib/events/interpret-row';
import { readRuns } from './purge-runs.ts';

/** Per type: its clock, what is due now, when the next is due, and the last purge. Costs by the types and by what is due, not by the history. */
export function getRetention({ scope }: Account): Promise<RetentionOverview> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const at = await databaseNow(tx);
    const counts = new Map((await dueCounts(tx, tenantId, new Date(at), null)).map((one) => [one.type, one]));
    const types = [...new Set([...catalogue.map(({ type }) => type), ...counts.keys()])];
    const last = new Map((await lastPurges(tx, tenantId, types)).map((one) => [one.type, one]));
    const clocks = types.map((type): RetentionClock => {
      const count = counts.get(type);
      const before = last.get(type);
      return {
        ...{ type, keep: keepOf(type), due: count?.due ?? 0, next: count?.next?.toISOString() ?? null },
        last: before ? { run: Number(before.run), at: before.at.toISOString(), removed: before.removed } : null,
      };
    });
    const [open = null] = await readRuns(tx, tenantId, { open: true }, 1);
    const holds = await countHolds(tx, tenantId);
    return { at, clocks, open, holds };
  });
}

const step = 500;
/** More are not examined one by one before a run; the counts of due events are exact all the same. */
const mostLooked = 5_000;

/** The effects of a run now: the same sorting as the run's, and nothing written. */
export function previewPurge({ scope }: Account): Promise<PurgePreview> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const asOf = await databaseNow(tx);
    const cut = { asOf: new Date(asOf), receivedBefore: null };
    const due = (await dueCounts(tx, tenantId, cut.asOf, null)).reduce((sum, one) => sum + one.due, 0);
    let place: Parameters<typeof dueAfter>[2] = { type: '', until: null, seq: 0n };
    let counts: Tallies = new Map();
    let looked = 0;
    while (looked < mostLooked) {
      const events = await dueAfter(tx, tenantId, place, cut, { limit: step, lock: false });
      const last = events.at(-1);
      if (!last) {
        const type = await typeAfter(tx, tenantId, place.type);
        if (type === null) break;
        place = { type, until: null, seq: 0n };
        continue;
      }
      const read = events.map((event) => {
        const { settled } = interpretRow(event);
        const at = event.status === 'processed' ? settled.at : event.receivedAt.toISOString();
        return { event, at, subjects: settled.subjects, keep: keepOf(event.type) };
      });
      const { going, kept } = await sortDue(tx, { tenantId, asOf: cut.asOf }, read);
      counts = addToTallies(
        counts,
        going.map(({ event }) => event),
        kept,
      );
      looked += events.length;
      place = { type: place.type, until: last.retainUntil, seq: last.seq };
    }
    return { asOf, due, looked, types: [...counts].map(([type, counted]) => ({ type, ...counted })) };
  });
}
