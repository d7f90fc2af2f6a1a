import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { RecallReading } from './recalled-dispenses.ts';
import { recallPeople, type StandingPerson } from './standing-people.ts';

/** Spoken with for good: not if they were given of the lot again since. */
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
    with ${recallPeople(reading)}
    select "recallId", count(*)::int as people, ${counted('contacted')} as contacted, ${counted('given_up')} as "givenUp",
      ${counted('brought_back')} as "broughtBack", ${counted('late')} as late, ${counted('mine')} as mine, ${counted('joined')} as joined
    from standing group by 1`;
}

export type FoundPerson = Pick<
  StandingPerson,
  'person' | 'last' | 'dispenses' | 'told' | 'back' | 'outcome' | 'assignedTo' | 'letter' | 'again'
>;

export type RecallPeopleQuery = RecallReading & {
  readonly shown: string;
  readonly userId: string;
  readonly after: { readonly last: string; readonly person: string } | null;
  readonly limit: number;
};

/** A page of one recall's people, the latest dispense first. */
export function findRecallPeople(tx: Tx, query: RecallPeopleQuery): Promise<FoundPerson[]> {
  const { after } = query;
  const next = after
    ? Prisma.sql`and (last < ${after.last}::timestamptz or (last = ${after.last}::timestamptz and person > ${after.person}))`
    : Prisma.empty;
  return tx.$queryRaw<FoundPerson[]>`
    with ${recallPeople(query)}
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
    with ${recallPeople(reading)} select person from people where person = any(${[...wanted]}::text[])`;
  return new Set(rows.map(({ person }) => person));
}

/** Of some closed recalls, those that affect a person who was not settled at their closing. */
export async function joinedSince(tx: Tx, tenantId: string, recallIds: readonly string[]): Promise<readonly string[]> {
  if (recallIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ recallId: string }[]>`
    with ${recallPeople({ tenantId, recallIds, prescriberIds: null })} select distinct "recallId" from standing where joined`;
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
  >`with ${recallPeople(reading)} select distinct "recallId" from people`;
  return rows.map(({ recallId }) => recallId);
}
