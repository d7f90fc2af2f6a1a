import { createHash } from 'node:crypto';
import type { Tx } from '#lib/db/base/in-tenant';
import { clockType } from './purge-due.ts';

type Gone = { readonly seq: bigint; readonly ownDigest: string };

/** The record's hash with the digests of the events deleted now, in their order. */
export function hashOn(hash: string, gone: readonly Gone[]): string {
  return gone.reduce(
    (before, { seq, ownDigest }) => createHash('sha256').update(`${before} ${seq} ${ownDigest}`).digest('hex'),
    hash,
  );
}

const step = 5_000;

/** The hash computed from a run's deletion records and the hash before it: equal to the record's as long as none was changed, removed or added. */
export async function hashOfTombstones(
  tx: Tx,
  tenantId: string,
  runId: bigint,
): Promise<{ readonly hash: string; readonly events: number }> {
  const before = await tx.purgeRun.findFirst({
    where: { tenantId, id: { lt: runId } },
    orderBy: { id: 'desc' },
    select: { hash: true },
  });
  let hash = before?.hash ?? '0'.repeat(64);
  let events = 0;
  for (;;) {
    const gone = await tx.$queryRawUnsafe<Gone[]>(
      `select e.seq, e.digest as "ownDigest" from "LedgerEvent" e
       where e."tenantId" = $1 and e."purgeRun" = $2 and e."purgedAt" is not null and e."retainUntil" is not null
       order by ${clockType('e')}, e."retainUntil", e.seq limit ${step} offset $3`,
      tenantId,
      runId,
      events,
    );
    hash = hashOn(hash, gone);
    events += gone.length;
    if (gone.length < step) return { hash, events };
  }
}
