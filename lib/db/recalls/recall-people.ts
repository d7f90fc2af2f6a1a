import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { dispensesOf, sameProduct } from '#lib/db/stock/stock-sql';
import { endingOutcomes } from '#lib/domain/recalls/outcome';

/** The choice of people and recalls. `prescriberIds` null: all of the tenant's; a list: only the patients of these prescribers. */
export type RecallReading = {
  readonly tenantId: string;
  readonly recallIds: readonly string[];
  readonly prescriberIds: readonly string[] | null;
};

const ending = [...endingOutcomes];

/**
 * Condition that the dispense `d` was reported only after the recall `m`: a part of the facts that make it one of the lot's came later, and
 * no earlier event had carried all of them. A duplicate of a known dispense under its other name does not count.
 */
function heardAfter(tenantId: string): Prisma.Sql {
  const by = (field: string) => Prisma.sql`coalesce((d.registers->${field}::text->>'by')::bigint, 0)`;
  return Prisma.sql`(greatest(${by('dispensedAt')}, ${by('stockItemId')}, ${by('lotNumber')}) > m.seq and not exists (
    select from "EventSubject" e join "EventSubject" o on o."tenantId" = ${tenantId} and o.seq = e.seq and case when m."lotNumber" is null
        then o.kind = 'stock_item' and o.id = d."stockItemId"
        else o.kind = 'lot' and o.id = (select l.id from "Lot" l
          where l."tenantId" = ${tenantId} and l."stockItemId" = d."stockItemId" and l."lotNumber" = d."lotNumber") end
    where e."tenantId" = ${tenantId} and e.kind = 'dispense' and e.id = d.id and e.seq < m.seq
      and not exists (select from "EventSubject" r where r."tenantId" = ${tenantId} and r.seq = e.seq and r.kind = 'return')))`;
}

/**
 * Everyone to whom something of a recalled lot was dispensed, computed at reading through the lot's own index: a recall writes a row,
 * whether it affects three people or ten thousand, and a later dispense is in it at once. A lot is a product's: it is also the stock that
 * another stock item of the same product holds under that number, and never another product's. Of a closed case, `joined` tells who was not
 * settled at the closing: its check is made again with today's knowledge, by the contacts and returns of that time. So it makes no
 * difference how a person comes to be on it: delayed, replayed, or of a lot or product learnt later.
 */
function people({ tenantId, recallIds, prescriberIds }: RecallReading): Prisma.Sql {
  const own =
    prescriberIds === null ? Prisma.empty : Prisma.sql`and p."prescriberId" = any(${[...prescriberIds]}::text[])`;
  return Prisma.sql`
    named as (
      select l."recallId", l."stockItemId", l."lotNumber", l.registers->'recalledAt'->>'v' as at, (l.registers->'recalledAt'->>'by')::bigint as seq,
        c.at as "closedAt", c.seq as "closedSeq"
      from "RecallLot" l left join lateral (
        select k.registers->'state'->>'at' as at, (k.registers->'state'->>'by')::bigint as seq from "RecallCase" k
        where k."tenantId" = ${tenantId} and k.id = l."recallId" and k.registers->'state'->>'v' = 'closed') c on true
      where l."tenantId" = ${tenantId} and l."recallId" = any(${[...recallIds]}::text[])
    ),
    meant as (
      select * from named union
      select l."recallId", s.id, l."lotNumber", l.at, l.seq, l."closedAt", l."closedSeq" from named l
        join "StockItem" n on n."tenantId" = ${tenantId} and n.id = l."stockItemId"
        join "StockItem" s on s."tenantId" = ${tenantId} and ${sameProduct('s', 'n')} and s.id <> n.id
      where l."lotNumber" is not null
    ),
    given as (
      select distinct on (m."recallId", d.id) m."recallId", d.id, coalesce(d."patientId", p."patientId", 'dispense:' || d.id) as person,
        d."dispensedAt" as at, m."closedAt", d."dispensedAt" > m.at::timestamptz as after, ${heardAfter(tenantId)} as told,
        d.returned and coalesce(b.back >= (d.registers->'quantity'->>'v')::numeric, false) as back,
        d.returned and coalesce(b."backThen" >= (d.registers->'quantity'->>'v')::numeric, false) as "backThen"
      from meant m
        join lateral ${dispensesOf(tenantId, 'm')} d on true
        left join "Prescription" p on p."tenantId" = ${tenantId} and p.id = d."prescriptionId"
        left join lateral (
          select sum((r.registers->'quantity'->>'v')::numeric) as back, sum((r.registers->'quantity'->>'v')::numeric) filter (
            where r.registers->'returnedAt'->>'v' <= m."closedAt" or (r.registers->'returnedAt'->>'by')::bigint < m."closedSeq") as "backThen"
          from "StockReturn" r
          where d.returned and r."tenantId" = ${tenantId} and r."dispenseId" = d.id
            and coalesce(lower(r.registers->'unit'->>'v'), '') in ('', coalesce(lower(d.registers->'unit'->>'v'), ''))
        ) b on true
      where d."dispensedAt" is not null ${own}
      order by m."recallId", d.id, m.at
    ),
    people as (
      select g."recallId", g.person, g."closedAt", max(g.at) as last, array_agg(g.id order by g.at desc, g.id) as dispenses,
        coalesce(array_agg(g.id) filter (where g.told), '{}') as told, bool_or(g.after or g.told) as late,
        bool_and(g.back) as back, bool_and(g."backThen") as "backThen"
      from given g group by 1, 2, 3
    ),
    spoken as (
      select k."recallId", k."personId", max(k.registers->'contactedAt'->>'v')::timestamptz as at from (
          select distinct "recallId", "closedAt" from named where "closedAt" is not null) c
        join "RecallContact" k on k."tenantId" = ${tenantId} and k."recallId" = c."recallId"
          and k.registers->'outcome'->>'v' = any(${ending}::text[]) and k.registers->'contactedAt'->>'v' <= c."closedAt"
      group by 1, 2
    ),
    standing as (
      select p.*, r.outcome, r."assignedTo", r.letter, coalesce(p.last > (r.registers->'outcome'->>'at')::timestamptz, false) as again,
        p."closedAt" is not null and not (p."backThen" or coalesce(s.at >= p.last, false)) as joined
      from people p
        left join "RecallPerson" r on r."tenantId" = ${tenantId} and r."recallId" = p."recallId" and r."personId" = p.person
        left join spoken s on s."recallId" = p."recallId" and s."personId" = p.person
    )`;
}

/** Settled for good: not if the patient received the lot again since. */
const ended = Prisma.sql`(coalesce(outcome in ('reached', 'returned', 'given_up'), false) and not again)`;

/** The content of each number on the case; a filter of that name shows exactly those. */
export function shownBy(shown: string, userId: string): Prisma.Sql {
  if (shown === 'to_contact') return Prisma.sql`(not ${ended} and not back)`;
  if (shown === 'contacted') return Prisma.sql`(${ended} and outcome in ('reached', 'returned'))`;
  if (shown === 'given_up') return Prisma.sql`(${ended} and outcome = 'given_up')`;
  if (shown === 'brought_back') return Prisma.sql`(not ${ended} and back)`;
  if (shown === 'late' || shown === 'joined') return Prisma.raw(shown);
  return shown === 'mine' ? Prisma.sql`"assignedTo" = ${userId}` : Prisma.sql`true`;
}

export type PeopleCounts = {
  readonly recallId: string;
  readonly people: number;
  readonly contacted: number;
  readonly givenUp: number;
  readonly broughtBack: number;
  readonly late: number;
  readonly mine: number;
  /** The people who were not settled when the case was closed. */
  readonly joined: number;
};

export function countPeople(tx: Tx, reading: RecallReading, userId: string): Promise<PeopleCounts[]> {
  const counted = (shown: string) => Prisma.sql`count(*) filter (where ${shownBy(shown, userId)})::int`;
  return tx.$queryRaw<PeopleCounts[]>`
    with ${people(reading)}
    select "recallId", count(*)::int as people, ${counted('contacted')} as contacted, ${counted('given_up')} as "givenUp",
      ${counted('brought_back')} as "broughtBack", ${counted('late')} as late, ${counted('mine')} as mine, ${counted('joined')} as joined
    from standing group by 1`;
}

export type RecalledPerson = {
  readonly person: string;
  readonly last: Date;
  readonly dispenses: readonly string[];
  /** Those of them that were reported after the recall. */
  readonly told: readonly string[];
  readonly back: boolean;
  readonly outcome: string | null;
  readonly assignedTo: string | null;
  readonly letter: string | null;
  /** The patient received the lot again after they were reached. */
  readonly again: boolean;
};

export type RecallPeopleQuery = RecallReading & {
  readonly shown: string;
  readonly userId: string;
  readonly after: { readonly last: string; readonly person: string } | null;
  readonly limit: number;
};

/** A page of one recall's people, the latest dispense first. */
export function findRecallPeople(tx: Tx, query: RecallPeopleQuery): Promise<RecalledPerson[]> {
  const { after } = query;
  const next = after
    ? Prisma.sql`and (last < ${after.last}::timestamptz or (last = ${after.last}::timestamptz and person > ${after.person}))`
    : Prisma.empty;
  return tx.$queryRaw<RecalledPerson[]>`
    with ${people(query)}
    select person, last, dispenses, told, back, outcome, "assignedTo", letter, again from standing
    where ${shownBy(query.shown, query.userId)} ${next} order by last desc, person limit ${query.limit}`;
}

/** Of some people of a recall, those that it really affects. */
export async function amongPeople(
  tx: Tx,
  reading: RecallReading,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ person: string }[]>`
    with ${people(reading)} select person from people where person = any(${[...wanted]}::text[])`;
  return new Set(rows.map(({ person }) => person));
}

/** Of some closed recalls, those that affect a person who was not settled at their closing. */
export async function joinedSince(tx: Tx, tenantId: string, recallIds: readonly string[]): Promise<readonly string[]> {
  if (recallIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ recallId: string }[]>`
    with ${people({ tenantId, recallIds, prescriberIds: null })} select distinct "recallId" from standing where joined`;
  return rows.map(({ recallId }) => recallId);
}

/** The recalls in which a doctor's own prescriptions stand. */
export async function recallsOf(
  tx: Tx,
  tenantId: string,
  prescriberIds: readonly string[],
): Promise<readonly string[]> {
  const cases = await tx.$queryRaw<{ id: string }[]>`select id from "RecallCase" where "tenantId" = ${tenantId}`;
  const reading = { tenantId, recallIds: cases.map(({ id }) => id), prescriberIds };
  const rows = await tx.$queryRaw<
    { recallId: string }[]
  >`with ${people(reading)} select distinct "recallId" from people`;
  return rows.map(({ recallId }) => recallId);
}
