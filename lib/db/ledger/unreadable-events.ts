import type { Tx } from '#lib/db/base/in-tenant';
import type { SettledMeaning } from '#lib/domain/ledger/meaning';

/** Stores the optional fields of processed events that could not be read: paths and reasons, never values. */
export async function saveUnreadable(tx: Tx, tenantId: string, events: readonly SettledMeaning[]): Promise<void> {
  const marked = events.filter(({ unreadable = [] }) => unreadable.length > 0);
  if (marked.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into "UnreadableEvent" ("tenantId", seq, "sourceId", paths)
     select $1, seq, source, array(select jsonb_array_elements_text(paths::jsonb))
     from unnest($2::bigint[], $3::text[], $4::text[]) as r(seq, source, paths)
     on conflict ("tenantId", seq) do update set paths = excluded.paths`,
    tenantId,
    marked.map(({ seq }) => seq),
    marked.map(({ sourceId }) => sourceId),
    marked.map(({ unreadable = [] }) => JSON.stringify(unreadable)),
  );
}

/** The same for events that were read before, and of which today's reading may understand more. */
export async function replaceUnreadable(tx: Tx, tenantId: string, events: readonly SettledMeaning[]): Promise<void> {
  if (events.length === 0) return;
  const whole = events.filter(({ unreadable = [] }) => unreadable.length === 0).map(({ seq }) => seq);
  await tx.unreadableEvent.deleteMany({ where: { tenantId, seq: { in: whole } } });
  await saveUnreadable(tx, tenantId, events);
}
