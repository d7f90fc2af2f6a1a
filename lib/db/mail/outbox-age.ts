import type { Tx } from '#lib/db/base/in-tenant';

/** The unsent messages of one tenant or of all: their number, and the seconds since the oldest was first due. */
export async function outboxAge(
  tx: Pick<Tx, '$queryRawUnsafe'>,
  tenantId: string | null,
): Promise<{ readonly unsent: number; readonly oldestSeconds: number }> {
  const [row] = await tx.$queryRawUnsafe<{ unsent: number; oldest: number | null }[]>(
    `select count(*)::int as unsent, extract(epoch from now() - min(coalesce("dueAt", "createdAt")))::float8 as oldest from "OutboxMessage"
     where state in ('queued', 'sending') and ($1::text is null or "tenantId" = $1)`,
    tenantId,
  );
  return { unsent: row?.unsent ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) };
}
