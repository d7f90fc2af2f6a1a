import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#lib/db/base/in-tenant';
import { openSecret, sealWith } from '#lib/db/base/secret-box';
import { canaryKey, canarySource } from '#lib/domain/ledger/canary';
import { env } from '#lib/env';

const retainedDays = 1;
const shownDays = 2;
/** Of one round: what a day leaves is 1,440. */
const forgottenAtOnce = 500;

export type CanarySender = { readonly key: string; readonly secret: string };

/** Its address cannot be guessed: a digest of the tenant. */
const keyOf = (tenantId: string) =>
  `${canaryKey}${createHash('sha256').update(`canary ${tenantId}`).digest('hex').slice(0, 24)}`;

/** The tenant's own source of self-tests, made when it is first needed, with a secret that nobody has seen. */
export async function canarySender(tx: Tx, tenantId: string): Promise<CanarySender> {
  const owner = { tenantId, sourceId: canarySource };
  const key = keyOf(tenantId);
  const [kept] = await tx.$queryRaw<{ sealed: string }[]>`
    select sealed from "SourceSecret" where "tenantId" = ${tenantId} and "sourceId" = ${canarySource} limit 1`;
  if (kept) return { key, secret: openSecret(kept.sealed, owner) };
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const sealed = sealWith(Buffer.from(env().ENCRYPTION_KEY, 'base64'), secret, owner);
  await tx.$executeRaw`
    insert into "Source" ("tenantId", id, key, name, format) values (${tenantId}, ${canarySource}, ${key}, 'Canary', 'standard') on conflict do nothing`;
  await tx.$executeRaw`
    insert into "SourceDirectory" (key, "tenantId", "sourceId") values (${key}, ${tenantId}, ${canarySource}) on conflict do nothing`;
  await tx.$executeRaw`
    insert into "SourceSecret" ("tenantId", id, "sourceId", sealed) values (${tenantId}, ${canarySource}, ${canarySource}, ${sealed})`;
  return { key, secret };
}

/** Reserves the present slot of time for one self-test: its message id, or null when it is taken already. By the database's clock. */
export async function takeSlot(tx: Tx, tenantId: string, everySeconds: number): Promise<string | null> {
  const messageId = `canary_${randomBytes(12).toString('hex')}`;
  const rows = await tx.$queryRaw<{ slot: bigint }[]>`
    insert into "Canary" ("tenantId", slot, "messageId", "sentAt")
    values (${tenantId}, floor(extract(epoch from clock_timestamp()) / ${everySeconds}::int)::bigint, ${messageId}, clock_timestamp())
    on conflict do nothing returning slot`;
  return rows.length > 0 ? messageId : null;
}

export async function canaryAnswered(tx: Tx, tenantId: string, messageId: string, status: number): Promise<void> {
  await tx.$executeRaw`update "Canary" set status = ${status} where "tenantId" = ${tenantId} and "messageId" = ${messageId}`;
}

/**
 * Records the self-tests that came through to the end, and deletes the old ones with their rows in the ledger: those carried no facts. The
 * last one, and the last that came through, stay for ever: a chain that stopped must not look as if it never ran.
 */
export async function followCanaries(tx: Tx, tenantId: string): Promise<void> {
  await tx.$executeRaw`
    update "Canary" c set "processedAt" = e."processedAt" from "LedgerEvent" e
    where c."tenantId" = ${tenantId} and c."processedAt" is null and c."sentAt" > now() - interval '1 hour'
      and e."tenantId" = ${tenantId} and e."messageId" = c."messageId" and e."sourceId" = ${canarySource} and e."processedAt" is not null`;
  await tx.$executeRaw`
    delete from "Canary" where "tenantId" = ${tenantId} and "sentAt" < now() - make_interval(days => ${shownDays})
      and "sentAt" < (select max("sentAt") from "Canary" where "tenantId" = ${tenantId})
      and "sentAt" is distinct from (select max("sentAt") from "Canary" where "tenantId" = ${tenantId} and "processedAt" is not null)`;
  await tx.$executeRaw`
    delete from "LedgerEvent" where "tenantId" = ${tenantId} and seq in (
      select e.seq from "LedgerEvent" e where e."tenantId" = ${tenantId} and e."sourceId" = ${canarySource} and e.status in ('ignored', 'processed')
        and e."receivedAt" < now() - make_interval(days => ${retainedDays}) order by e.seq limit ${forgottenAtOnce})`;
}

export type CanaryRow = {
  readonly sentAt: Date;
  readonly status: number | null;
  /** Milliseconds from sending to the end of its processing; null: it has not come through. */
  readonly roundTripMs: number | null;
  readonly ageSeconds: number;
};

/** The last sixty, newest first, however old. */
export function latestCanaries(tx: Tx, tenantId: string): Promise<CanaryRow[]> {
  return tx.$queryRaw<CanaryRow[]>`
    select "sentAt", status, (extract(epoch from "processedAt" - "sentAt") * 1000)::float8 as "roundTripMs",
      greatest(0, extract(epoch from now() - "sentAt"))::float8 as "ageSeconds"
    from "Canary" where "tenantId" = ${tenantId} order by "sentAt" desc limit 60`;
}
