import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';

export type FoundQueued = { readonly id: string; readonly registers: Row; readonly queuedAt: string };

export type QueueQuery = {
  readonly tenantId: string;
  readonly today: string;
  readonly after: { readonly queuedAt: string; readonly id: string } | null;
  readonly limit: number;
};

function conditions({ tenantId, today, after }: QueueQuery): Prisma.Sql {
  const where = [
    Prisma.sql`p."tenantId" = ${tenantId}`,
    Prisma.sql`p.state in ('queued', 'part_dispensed')`,
    Prisma.sql`p.registers ? 'queuedAt'`,
    Prisma.sql`(p."expirationDate" is null or p."expirationDate" >= ${today}::date)`,
  ];
  if (after) where.push(Prisma.sql`(p.registers->'queuedAt'->>'v', p.id) > (${after.queuedAt}, ${after.id})`);
  return Prisma.join(where, ' and ');
}

/** A page of the pharmacy's queue, the longest waiting first: queued and not yet, or not yet wholly, dispensed. */
export function findQueue(tx: Tx, query: QueueQuery): Promise<FoundQueued[]> {
  return tx.$queryRaw<FoundQueued[]>`
    select p.id, p.registers, p.registers->'queuedAt'->>'v' as "queuedAt" from "Prescription" p
    where ${conditions(query)} order by p.registers->'queuedAt'->>'v', p.id limit ${query.limit}`;
}
