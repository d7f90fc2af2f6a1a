import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { Prisma } from '#lib/db/generated/client';
import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';
import { tallies } from './find-dead-letters.ts';

export type FoundGroup = {
  readonly fingerprint: string;
  readonly cause: DeadLetterCause;
  readonly type: string | null;
  readonly open: number;
  readonly replaying: number;
  readonly resolved: number;
  readonly discarded: number;
  readonly sources: readonly string[];
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** One dead letter's paths represent all: except for positions in lists they are the same. */
  readonly paths: readonly string[];
  /** The receipt of the oldest event that is still open. */
  readonly oldestAt: Date | null;
  /** The number opened in each of the last 24 hours and of the last seven days: how long ago, and the count. */
  readonly hours: readonly (readonly [hoursAgo: number, count: number])[];
  readonly days: readonly (readonly [daysAgo: number, count: number])[];
};

const byLast = [
  { column: Prisma.sql`g."lastAt"`, type: 'timestamptz' },
  { column: Prisma.sql`g.fingerprint`, type: 'text' },
] as const;

/** A page of causes, the latest first. Read from the counters, and one dead letter of each for its age: cost by causes, not by dead letters. */
export function findDeadLetterGroups(
  tx: Tx,
  tenantId: string,
  filter: DeadLetterFilter,
  { after, limit }: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<FoundGroup[]> {
  const page = rowKeyset(byLast, true, after);
  const counted = filter.state
    ? Prisma.raw(`g.${filter.state} > 0`)
    : Prisma.sql`g.open + g.replaying + g.resolved + g.discarded > 0`;
  return tx.$queryRaw<FoundGroup[]>`
    with t as materialized (${tallies(tenantId, filter)}),
    g as (
      select fingerprint, min(cause) as cause, min(type) as type, sum(open)::int as open, sum(replaying)::int as replaying,
        sum(resolved)::int as resolved, sum(discarded)::int as discarded, min("firstAt") as "firstAt", max("lastAt") as "lastAt",
        array_agg(distinct "sourceId") as "sourceIds"
      from t group by fingerprint
    ),
    late as (
      select fingerprint, floor(extract(epoch from date_trunc('hour', now()) - bucket) / 3600)::int as hour,
        (date_trunc('day', now())::date - date_trunc('day', bucket)::date) as day, open + replaying + resolved + discarded as n
      from t where bucket > now() - interval '8 days'
    ),
    hours as (
      select fingerprint, jsonb_agg(jsonb_build_array(hour, n)) as told
      from (select fingerprint, hour, sum(n)::int as n from late where hour < 24 group by 1, 2) h where n > 0 group by 1
    ),
    days as (
      select fingerprint, jsonb_agg(jsonb_build_array(day, n)) as told
      from (select fingerprint, day, sum(n)::int as n from late where day < 7 group by 1, 2) d where n > 0 group by 1
    )
    select g.fingerprint, g.cause, g.type, g.open, g.replaying, g.resolved, g.discarded, g."firstAt", g."lastAt",
      array(select coalesce(s.key, own.id) from unnest(g."sourceIds") as own(id) left join "Source" s on s."tenantId" = ${tenantId} and s.id = own.id
        order by 1) as sources,
      coalesce((select d.paths from "DeadLetter" d where d."tenantId" = ${tenantId} and d.fingerprint = g.fingerprint limit 1), '{}') as paths,
      (select e."receivedAt" from "DeadLetter" d join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq
        where d."tenantId" = ${tenantId} and d.state = 'open' and d.fingerprint = g.fingerprint order by d.seq limit 1) as "oldestAt",
      coalesce(hours.told, '[]') as hours, coalesce(days.told, '[]') as days
    from g left join hours using (fingerprint) left join days using (fingerprint) where ${counted} and ${page.after} order by ${page.order} limit ${limit}`;
}

export type TypeCount = { readonly type: string; readonly count: number };

/** Ignored events that came under these names when nothing was read of them. */
export function outgrownIgnored(tx: Tx, tenantId: string, names: readonly string[]): Promise<TypeCount[]> {
  return tx.$queryRaw<TypeCount[]>`
    select type, count(*)::int as count from "LedgerEvent" where "tenantId" = ${tenantId} and status = 'ignored'
      and type = any(${[...names]}::text[]) and coalesce("catalogVersion", 0) = 0 group by type order by count desc, type`;
}
