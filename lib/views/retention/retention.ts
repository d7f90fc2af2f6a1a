import type { PurgePreview, RetentionClock, RetentionOverview } from '#lib/contract/retention/retention';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { dueAfter, typeAfter } from '#lib/db/retention/purge-due';
import { dueCounts } from '#lib/db/retention/purge-run';
import { addToTallies, sortDue, type Tallies } from '#lib/db/retention/sort-due';
import type { Account } from '#lib/domain/access/account';
import { catalogue, keepOf } from '#lib/events/catalog';
import { interpretRow } from '#lib/events/interpret-row';
import { readRuns } from './purge-runs.ts';

type LastPurge = { readonly type: string; readonly run: bigint; readonly at: Date; readonly removed: number };

/** The time of the last removal of anything of a type: one index entry a type. */
function lastPurges(tx: Tx, tenantId: string, types: readonly string[]): Promise<LastPurge[]> {
  return tx.$queryRaw<LastPurge[]>`
    select t.type, c."runId" as run, r."startedAt" as at, c.removed from unnest(${[...types]}::text[]) as t(type)
    cross join lateral (select "runId", removed from "PurgeCount" c where c."tenantId" = ${tenantId} and c.type = t.type and c.removed > 0
      order by "runId" desc limit 1) c
    join "PurgeRun" r on r."tenantId" = ${tenantId} and r.id = c."runId"`;
}

/** Per type: its clock, the number due now, the time of the next one, and the last purge. Costs by the types and by the due events, not by the history. */
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
    const holds = await tx.legalHold.count({ where: { tenantId, releasedAt: null } });
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
