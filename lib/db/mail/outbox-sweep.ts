import type { Tx } from '#lib/db/base/in-tenant';
import { enqueueOutbox } from '#lib/db/base/jobs';
import { type Outgoing, outgoing } from './outbox.ts';

/** Messages whose sender died between sending and recording: their leases have run out. */
export function abandoned(tx: Tx, limit: number): Promise<Outgoing[]> {
  return tx.$queryRawUnsafe<Outgoing[]>(
    `select ${outgoing} from "OutboxMessage" where state = 'sending' and "leaseUntil" < now() order by "createdAt" limit $1 for update skip locked`,
    limit,
  );
}

/** Messages that have been due for a while and whose job is nowhere: it is made again. */
export async function wakeForgotten(tx: Tx, overdueSeconds: number): Promise<number> {
  const found = await tx.$queryRaw<{ tenantId: string; id: string }[]>`
    update "OutboxMessage" set "nextAttemptAt" = now() where state = 'queued' and "nextAttemptAt" < now() - make_interval(secs => ${overdueSeconds}::float8)
    returning "tenantId", id`;
  for (const message of found) await enqueueOutbox(tx, message);
  return found.length;
}
