import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { type Failure, isOurFault } from '#lib/domain/follow-ups/bounce-cluster';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** The lanes that have rows of their own; the recall's is joined at reading. */
export const keptKinds = ['not_delivered', 'order_problem', 'not_picked_up', 'on_hold'] as const;
export type KeptKind = (typeof keptKinds)[number];

export type FoundFollowUp = {
  readonly kind: KeptKind;
  readonly prescriptionId: string;
  readonly since: Date;
  readonly settledAt: Date | null;
};

/**
 * The owners of the tasks, and the time from which they are due: a prescription that was issued at `pickUpBefore` or earlier ought to have
 * been picked up.
 */
export type Whose = {
  readonly tenantId: string;
  readonly prescriberIds: readonly string[];
  readonly pickUpBefore: string;
};

export type FollowUpCursor = { readonly lane: number; readonly since: string; readonly prescriptionId: string };

const awake = Prisma.sql`(f."snoozedUntil" is null or f."snoozedUntil" <= now())`;
const columns = Prisma.sql`f.kind, f."prescriptionId", f.since, f."settledAt"`;

/** Each lane with the latest `since` that is due: the waiting for a pick-up begins with the issuing, so being due is a range of the index. */
function lanes(pickUpBefore: string): Prisma.Sql {
  const rows = keptKinds.map(
    (kind, lane) =>
      Prisma.sql`(${lane}::int, ${kind}, ${kind === 'not_picked_up' ? pickUpBefore : 'infinity'}::timestamptz)`,
  );
  return Prisma.sql`(values ${Prisma.join(rows)}) as l(lane, kind, bound)`;
}

/** A page of the open tasks, lane by lane, newest first; its cost is the page's. `apart`: failed emails that are part of a cluster, shown with it. */
export function openFollowUps(
  tx: Tx,
  whose: Whose,
  after: FollowUpCursor | null,
  limit: number,
  apart: readonly string[],
): Promise<FoundFollowUp[]> {
  const { tenantId, prescriberIds, pickUpBefore } = whose;
  const from = after
    ? Prisma.sql`and (l.lane > ${after.lane} or (l.lane = ${after.lane} and
        (f.since < ${after.since}::timestamptz or (f.since = ${after.since}::timestamptz and f."prescriptionId" > ${after.prescriptionId}))))`
    : Prisma.empty;
  return tx.$queryRaw<FoundFollowUp[]>`
    select f.* from unnest(${[...prescriberIds]}::text[]) as own(id) cross join ${lanes(pickUpBefore)}
    cross join lateral (select l.lane, ${columns} from "FollowUp" f where f."tenantId" = ${tenantId} and f."prescriberId" = own.id
      and f.kind = l.kind and f.since <= l.bound and f."settledAt" is null and ${awake} ${from}
      and not (f.kind = 'not_delivered' and f."prescriptionId" = any(${[...apart]}::text[]))
      order by f.since desc, f.id limit ${limit}) f
    order by f.lane, f.since desc, f."prescriptionId" limit ${limit}`;
}

/** Open failed mails of some prescriptions, newest first. */
export function openFailures(
  tx: Tx,
  tenantId: string,
  prescriptionIds: readonly string[],
  limit: number,
): Promise<FoundFollowUp[]> {
  return tx.$queryRaw<FoundFollowUp[]>`
    select ${columns} from "FollowUp" f where f."tenantId" = ${tenantId} and f.kind = 'not_delivered' and f."settledAt" is null
      and f."prescriptionId" = any(${[...prescriptionIds]}::text[]) order by f.since desc, f.id limit ${limit}`;
}

/** The number of open tasks in each lane, and the time of the oldest. */
export async function countFollowUps(tx: Tx, { tenantId, prescriberIds, pickUpBefore }: Whose) {
  const rows = await tx.$queryRaw<{ kind: KeptKind; count: number; oldest: Date }[]>`
    select f.kind, count(*)::int as count, min(f.since) as oldest from ${lanes(pickUpBefore)} join "FollowUp" f on f.kind = l.kind
      and f.since <= l.bound
    where f."tenantId" = ${tenantId} and f."prescriberId" = any(${[...prescriberIds]}::text[]) and f."settledAt" is null and ${awake} group by 1`;
  return rows;
}

/** The snoozed tasks, the soonest to return first. */
export function snoozedFollowUps(tx: Tx, whose: Whose, limit: number): Promise<FoundFollowUp[]> {
  return tx.$queryRaw<FoundFollowUp[]>`
    select ${columns} from ${lanes(whose.pickUpBefore)} join "FollowUp" f on f.kind = l.kind and f.since <= l.bound
    where f."tenantId" = ${whose.tenantId} and f."prescriberId" = any(${[...whose.prescriberIds]}::text[]) and f."settledAt" is null
      and f."snoozedUntil" > now() order by f."snoozedUntil", f.id limit ${limit}`;
}

/** Tasks settled automatically or by a person since a moment, latest first. A prescription picked up before it was due never was a task. */
export function settledFollowUps(tx: Tx, whose: Whose & { days: number }, since: string, limit: number) {
  return tx.$queryRaw<FoundFollowUp[]>`
    select f.* from unnest(${[...whose.prescriberIds]}::text[]) as own(id)
    cross join lateral (select ${columns} from "FollowUp" f where f."tenantId" = ${whose.tenantId} and f."prescriberId" = own.id
      and f."settledAt" >= ${since}::timestamptz and (f."dueFrom" is null or f."settledAt" - f."dueFrom" >= make_interval(days => ${whose.days}))
      order by f."settledAt" desc limit ${limit}) f
    order by f."settledAt" desc limit ${limit}`;
}

type FailureRow = Omit<Failure, 'at' | 'cause'> & { readonly at: Date; readonly cause: EmailCauseWord };

/** The tenant's failed emails since a moment, latest first: clusters are found among them. */
export async function failuresSince(
  tx: Tx,
  tenantId: string,
  since: string,
  limit: number,
): Promise<readonly Failure[]> {
  const rows = await tx.$queryRaw<FailureRow[]>`
    select "prescriptionId", "prescriberId", "troubleAt" as at, cause, domain, "settledAt" is null as open,
      coalesce("snoozedUntil" > now(), false) as asleep from "FollowUp"
    where "tenantId" = ${tenantId} and kind = 'not_delivered' and "troubleAt" >= ${since}::timestamptz
      and cause in ('refused', 'sender', 'passing', 'unknown') order by "troubleAt" desc limit ${limit}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The tenant's open failures of causes that our side must fix, latest first. */
export async function openFaultsSince(
  tx: Tx,
  tenantId: string,
  since: string,
  limit: number,
): Promise<readonly Failure[]> {
  const rows = await tx.$queryRaw<FailureRow[]>`
    select "prescriptionId", "prescriberId", "troubleAt" as at, cause, domain, true as open, false as asleep from "FollowUp"
    where "tenantId" = ${tenantId} and kind = 'not_delivered' and "settledAt" is null and "troubleAt" >= ${since}::timestamptz
      and cause = any(${[...isOurFault]}::text[]) order by "troubleAt" desc limit ${limit}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** True where any of these doctors' open failures could belong to a cluster at all: most doctors have none, and then no other doctor's are read. */
export async function hasFaultOfTheWay(tx: Tx, tenantId: string, prescriberIds: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from "FollowUp" where "tenantId" = ${tenantId} and "prescriberId" = any(${[...prescriberIds]}::text[])
      and kind = 'not_delivered' and "settledAt" is null and cause in ('refused', 'sender', 'passing', 'unknown') limit 1`;
  return rows.length > 0;
}

/** Failed emails of prescriptions that are nobody's, older than a moment, oldest first. */
export function unownedFailures(tx: Tx, tenantId: string, before: string, after: FollowUpCursor | null, limit: number) {
  const from = after
    ? Prisma.sql`and (since > ${after.since}::timestamptz or (since = ${after.since}::timestamptz and "prescriptionId" > ${after.prescriptionId}))`
    : Prisma.empty;
  return tx.$queryRaw<{ prescriptionId: string; since: Date; cause: EmailCauseWord }[]>`
    select "prescriptionId", since, cause from "FollowUp" where "tenantId" = ${tenantId} and "prescriberId" = '' and kind = 'not_delivered'
      and "settledAt" is null and since <= ${before}::timestamptz ${from} order by since, "prescriptionId" limit ${limit}`;
}
