import type { Tx } from '#lib/db/base/in-tenant';
import type { SettledMeaning } from '#lib/domain/ledger/meaning';
import { replaceUnreadable } from './unreadable-events.ts';

/** Updates the type and retention of processed events where today's reading differs. Their time of processing stays. */
export async function markReinterpreted(tx: Tx, tenantId: string, events: readonly SettledMeaning[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRawUnsafe(
    `update "LedgerEvent" e set type = r.type, "factKey" = r."factKey", "retainUntil" = r."retainUntil"::timestamptz
     from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as r(seq, type, "factKey", "retainUntil")
     where e."tenantId" = $1 and e.seq = r.seq
       and (e.type, e."factKey", e."retainUntil") is distinct from (r.type, r."factKey", r."retainUntil"::timestamptz)`,
    tenantId,
    events.map(({ seq }) => seq),
    events.map(({ type }) => type),
    events.map(({ factKey }) => factKey),
    events.map(({ retainUntil }) => retainUntil),
  );
  await replaceUnreadable(tx, tenantId, events);
}
