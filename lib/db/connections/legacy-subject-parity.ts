import type { Tx } from '#lib/db/base/in-tenant';
import { tryLockUntilCommit } from '#lib/db/base/lock-until-commit';
import { prisma } from '#lib/db/base/prisma';

/** The types that have legacy names: the predicate of the index `LedgerEvent_named`, which a test holds against the mapping. */
export const namedTypes = [
  'medication.prescription.drafted.v1',
  'medication.prescription.signed.v1',
  'medication.prescription.discontinued.v1',
  'medication.alert.overridden.v1',
  'medication.dispensing.completed.v1',
  'medication.inventory.stock_received.v1',
  'medication.inventory.reorder_alert.v1',
  'medication.inventory.expiry_alert.v1',
  'medication.inventory.recall_triggered.v1',
  'medication.controlled_substance.dispensed.v1',
] as const;

const quoted = namedTypes.map((type) => `'${type}'`).join(', ');

/** A transaction that was open longer than this would have been cut: its rows are seen when the last minute is read a second time. */
const overlap = `interval '60 seconds'`;
const batch = 2_000;

type Place = { readonly at: Date; readonly seq: bigint };

/**
 * Reads the next events of those types in the order of their processing and folds them: the facts that came under each name, and the sums
 * by day. Reading an event a second time makes no difference. One worker at a time; returns the number of events.
 */
const readSome = `
with due as materialized (
  select "tenantId", type, "factKey", "sourceId", "wireType", "receivedAt", seq, "processedAt" from "LedgerEvent"
  where status = 'processed' and "factKey" is not null and type in (${quoted}) and ("processedAt", seq) > ($1::timestamptz, $2::bigint)
  order by "processedAt", seq limit ${batch}
), named as (
  select "tenantId", type, "factKey", (array_agg("sourceId" order by seq))[1] as source, min("receivedAt") as first,
    min(seq) filter (where "wireType" <> type) as "legacySeq", min("receivedAt") filter (where "wireType" <> type) as "legacyAt",
    min(seq) filter (where "wireType" = type) as "subjectSeq", min("receivedAt") filter (where "wireType" = type) as "subjectAt"
  from due group by "tenantId", type, "factKey"
), old as (
  select f."tenantId", f.type, f."factKey", f."legacyAt", f."subjectAt" from "FactName" f join named using ("tenantId", type, "factKey")
), saved as (
  insert into "FactName" ("tenantId", type, "factKey", "sourceId", "firstAt", "legacySeq", "legacyAt", "subjectSeq", "subjectAt")
  select "tenantId", type, "factKey", source, first, "legacySeq", "legacyAt", "subjectSeq", "subjectAt" from named
  on conflict ("tenantId", type, "factKey") do update set
    "legacySeq" = coalesce("FactName"."legacySeq", excluded."legacySeq"), "legacyAt" = coalesce("FactName"."legacyAt", excluded."legacyAt"),
    "subjectSeq" = coalesce("FactName"."subjectSeq", excluded."subjectSeq"), "subjectAt" = coalesce("FactName"."subjectAt", excluded."subjectAt")
  returning "tenantId", type, "factKey", "sourceId", "firstAt", "legacyAt", "subjectAt"
), moved as (
  select s."tenantId", s.type, s."sourceId", (s."firstAt" at time zone 'UTC')::date as day,
    (s."legacyAt" is not null and s."subjectAt" is not null)::int - coalesce((o."legacyAt" is not null and o."subjectAt" is not null)::int, 0) as "both",
    (s."subjectAt" is null)::int - coalesce((o."factKey" is not null and o."subjectAt" is null)::int, 0) as legacy,
    (s."legacyAt" is null)::int - coalesce((o."factKey" is not null and o."legacyAt" is null)::int, 0) as subject
  from saved s left join old o using ("tenantId", type, "factKey")
), summed as (
  insert into "NameParity" ("tenantId", type, "sourceId", day, "both", "legacyOnly", "subjectOnly")
  select "tenantId", type, "sourceId", day, sum("both"), sum(legacy), sum(subject) from moved group by 1, 2, 3, 4
  on conflict ("tenantId", type, "sourceId", day) do update set "both" = "NameParity"."both" + excluded."both",
    "legacyOnly" = "NameParity"."legacyOnly" + excluded."legacyOnly", "subjectOnly" = "NameParity"."subjectOnly" + excluded."subjectOnly"
), seen as (
  insert into "NameSeen" ("tenantId", "wireType", "sourceId", type, "lastAt", "lastSeq")
  select distinct on ("tenantId", "wireType", "sourceId") "tenantId", "wireType", "sourceId", type, "receivedAt", seq from due
  order by "tenantId", "wireType", "sourceId", seq desc
  on conflict ("tenantId", "wireType", "sourceId") do update set "lastAt" = excluded."lastAt", "lastSeq" = excluded."lastSeq"
  where "NameSeen"."lastSeq" < excluded."lastSeq"
)
select (select count(*)::int from due) as count, (select max("processedAt") from due) as at,
  (select max(seq) from due where "processedAt" = (select max("processedAt") from due)) as seq`;

/** The position up to which the names were read, after one more step; `count` 0: nothing was left. */
export async function countNamesFrom(
  place: Place | null,
): Promise<{ readonly count: number; readonly place: Place | null }> {
  return prisma('any').$transaction(async (tx) => {
    if (!(await tryLockUntilCommit(tx, 'scriptline names'))) return { count: 0, place };
    const kept = await tx.nameReading.findUnique({ where: { tenantId: '*' } });
    const from = place ?? { at: kept?.upTo ?? new Date(0), seq: 0n };
    const [read] = await tx.$queryRawUnsafe<{ count: number; at: Date | null; seq: bigint | null }[]>(
      readSome,
      from.at,
      from.seq,
    );
    const next = read?.at && read.seq !== null ? { at: read.at, seq: read.seq } : null;
    if (next) await keepPlace(tx, next.at);
    return { count: read?.count ?? 0, place: next };
  });
}

/** Never nearer than the overlap: late commits are found when that is read a second time. */
async function keepPlace(tx: Tx, upTo: Date): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into "NameReading" ("upTo") values (least($1::timestamptz, now() - ${overlap}))
     on conflict ("tenantId") do update set "upTo" = greatest("NameReading"."upTo", excluded."upTo")`,
    upTo,
  );
}

export type FoundParity = {
  readonly type: string;
  readonly sourceId: string;
  readonly both: number;
  readonly legacyOnly: number;
  readonly subjectOnly: number;
};

/** The sums since a day, by type and source. */
export function parityOf(tx: Tx, tenantId: string, days: number): Promise<FoundParity[]> {
  return tx.$queryRaw<FoundParity[]>`
    select type, "sourceId", sum("both")::int as "both", sum("legacyOnly")::int as "legacyOnly", sum("subjectOnly")::int as "subjectOnly"
    from "NameParity" where "tenantId" = ${tenantId} and day > (now() at time zone 'UTC')::date - ${days}::int group by type, "sourceId"`;
}

export type FoundName = {
  readonly wireType: string;
  readonly type: string;
  readonly sourceId: string;
  readonly lastAt: Date;
  readonly lastSeq: bigint;
};

export function namesSeen(tx: Tx, tenantId: string): Promise<FoundName[]> {
  return tx.$queryRaw<FoundName[]>`
    select "wireType", type, "sourceId", "lastAt", "lastSeq" from "NameSeen" where "tenantId" = ${tenantId}`;
}

/** Of each type: the last fact that is old enough to have its new name and has not, and how many are too young to tell. */
export function lastLegacyOnly(
  tx: Tx,
  tenantId: string,
  source: string | null,
  waitedForMs: number,
): Promise<{ type: string; at: Date | null; waiting: number }[]> {
  return tx.$queryRaw<{ type: string; at: Date | null; waiting: number }[]>`
    select t.type,
      (select f."firstAt" from "FactName" f where f."tenantId" = ${tenantId} and f.type = t.type and f."subjectAt" is null
        and f."firstAt" <= now() - make_interval(secs => ${waitedForMs / 1000}::float8) and (${source}::text is null or f."sourceId" = ${source})
        order by f."firstAt" desc limit 1) as at,
      (select count(*)::int from (select 1 from "FactName" f where f."tenantId" = ${tenantId} and f.type = t.type and f."subjectAt" is null
        and f."firstAt" > now() - make_interval(secs => ${waitedForMs / 1000}::float8) and (${source}::text is null or f."sourceId" = ${source})
        limit 1000) w) as waiting
    from unnest(${[...namedTypes]}::text[]) as t(type)`;
}

export type FoundFact = {
  readonly factKey: string;
  readonly sourceId: string;
  readonly firstAt: Date;
  readonly legacySeq: bigint | null;
  readonly subjectSeq: bigint | null;
};

const which = {
  both: `"legacyAt" is not null and "subjectAt" is not null`,
  legacy: `"subjectAt" is null`,
  subject: `"legacyAt" is null`,
} as const;
export type ParityKind = keyof typeof which;

type Asked = {
  readonly tenantId: string;
  readonly type: string;
  readonly kind: ParityKind;
  readonly source: string | null;
  readonly days: number;
  readonly before: { readonly at: string; readonly key: string } | null;
  readonly limit: number;
};

/** A page of the facts that a count counts, newest first. */
export function findFacts(tx: Tx, asked: Asked): Promise<FoundFact[]> {
  const { tenantId, type, kind, source, days, before, limit } = asked;
  return tx.$queryRawUnsafe<FoundFact[]>(
    `select "factKey", "sourceId", "firstAt", "legacySeq", "subjectSeq" from "FactName"
     where "tenantId" = $1 and type = $2 and ${which[kind]} and ($3::text is null or "sourceId" = $3)
       and "firstAt" >= ((now() at time zone 'UTC')::date - $4::int + 1)::timestamp at time zone 'UTC'
       and ($5::timestamptz is null or ("firstAt", "factKey") < ($5::timestamptz, $6::text))
     order by "firstAt" desc, "factKey" desc limit $7`,
    tenantId,
    type,
    source,
    days,
    before?.at ?? null,
    before?.key ?? null,
    limit,
  );
}
