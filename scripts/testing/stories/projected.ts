import { projections } from '#scripts/testing/empty-ledger';
import type { Everyone } from '#scripts/testing/everyone';

/**
 * Every row of every projection table, of the subjects and of what became of the events, one line each, in an order of their own. Ledger numbers
 * stand for arrival, so each is replaced by the key of the event that it numbers, and the tenant is left out.
 */
export async function projected(everyone: Everyone, tenantId: string): Promise<readonly string[]> {
  const events = await everyone.rows<{ seq: string; key: string; status: string; type: string; factKey: string }>(
    `select seq, "sourceId" || ' ' || "dedupeKey" as key, status, type, "factKey" from "LedgerEvent" where "tenantId" = $1`,
    [tenantId],
  );
  const keys = new Map(events.map(({ seq, key }) => [String(seq), key]));
  const named = (seq: unknown) => keys.get(String(seq)) ?? `no event ${String(seq)}`;
  const lines = events.map(({ key, status, type, factKey }) => `LedgerEvent ${key} ${status} ${type} ${factKey}`);
  for (const table of projections) {
    const rows = await everyone.rows(`select to_jsonb(t) - 'tenantId' as row from "${table}" t where "tenantId" = $1`, [
      tenantId,
    ]);
    lines.push(
      ...rows.map(({ row }) => `${table} ${JSON.stringify(row, (name, at) => (name === 'by' ? named(at) : at))}`),
    );
  }
  const subjects = await everyone.rows(`select * from "EventSubject" where "tenantId" = $1`, [tenantId]);
  lines.push(
    ...subjects.map(
      ({ kind, id, seq, occurredAt }) => `EventSubject ${kind} ${id} ${named(seq)} ${String(occurredAt)}`,
    ),
  );
  return lines.sort();
}
