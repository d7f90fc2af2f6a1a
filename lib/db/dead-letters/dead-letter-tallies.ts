import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { tryLockUntilCommit } from '#lib/db/base/lock-until-commit';
import { Prisma } from '#lib/db/generated/client';

export const sourceIs = (tenantId: string, key: string): Prisma.Sql =>
  Prisma.sql`coalesce((select id from "Source" where "tenantId" = ${tenantId} and key = ${key}), ${key})`;

/** The fields of a filter that one dead letter `d` has, and a tally of many has too. */
export type SharedFilter = Pick<DeadLetterFilter, 'cause' | 'fingerprint' | 'source' | 'type'>;

const byField: Conditions<SharedFilter, string> = {
  cause: (cause) => Prisma.sql`d.cause = ${cause}`,
  fingerprint: (fingerprint) => Prisma.sql`d.fingerprint = ${fingerprint}`,
  source: (key, tenantId) => Prisma.sql`d."sourceId" = ${sourceIs(tenantId, key)}`,
  type: (type) => Prisma.sql`d.type = ${type}`,
};

export const sharedWhere = (tenantId: string, filter: SharedFilter): Prisma.Sql[] => [
  Prisma.sql`d."tenantId" = ${tenantId}`,
  ...conditionsOf(filter, byField, tenantId),
];

/** The tallies that a filter means, but for its state: their number is that of causes and hours, whatever the number of dead letters. */
export function matchingTallies(tenantId: string, filter: DeadLetterFilter): Prisma.Sql {
  return Prisma.sql`select d.fingerprint, d."sourceId", d.cause, d.type, d.bucket, d.open, d.replaying, d.resolved, d.discarded, d."firstAt", d."lastAt"
    from "DeadLetterTally" d where ${allOf(sharedWhere(tenantId, filter))}`;
}

/** Tallies of a few dead letters that no counter distinguishes, made from their rows. */
export function talliesOf(tenantId: string, seqs: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select d.fingerprint, d."sourceId", d.cause, d.type, date_trunc('hour', d."openedAt") as bucket, (d.state = 'open')::int as open,
      (d.state = 'replaying')::int as replaying, (d.state = 'resolved')::int as resolved, (d.state = 'discarded')::int as discarded,
      d."openedAt" as "firstAt", d."openedAt" as "lastAt"
    from "DeadLetter" d where d."tenantId" = ${tenantId} and d.seq in (${seqs})`;
}

/** Hours for a day, days for nine, and one row for all that is older: a cause has a few dozen rows, whatever its history. */
const coarse = `case when t.bucket >= now() - interval '25 hours' then t.bucket
  when t.bucket >= now() - interval '9 days' then date_trunc('day', t.bucket) else 'epoch'::timestamptz end`;

const folding = `
with crowded as (
  select "tenantId", fingerprint, "sourceId", ${coarse} as kept from "DeadLetterTally" t group by 1, 2, 3, 4 having count(*) > 1 limit 500
), gone as (
  delete from "DeadLetterTally" t using crowded c
  where t."tenantId" = c."tenantId" and t.fingerprint = c.fingerprint and t."sourceId" = c."sourceId" and c.kept = ${coarse}
  returning t.*, c.kept
), folded as (
  insert into "DeadLetterTally" ("tenantId", fingerprint, "sourceId", cause, type, bucket, open, replaying, resolved, discarded, "firstAt", "lastAt")
  select "tenantId", fingerprint, "sourceId", min(cause), min(type), kept, sum(open), sum(replaying), sum(resolved), sum(discarded),
    min("firstAt"), max("lastAt")
  from gone group by 1, 2, 3, 6 having sum(open) <> 0 or sum(replaying) <> 0 or sum(resolved) <> 0 or sum(discarded) <> 0
)
select count(*)::int as count from gone`;

/** Adds up the counts since the last time; one worker at a time, the others return. Returns the number of merged rows. */
export async function foldTallies(tx: Tx): Promise<number> {
  if (!(await tryLockUntilCommit(tx, 'dead letter tallies'))) return 0;
  const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(folding);
  return row?.count ?? 0;
}
