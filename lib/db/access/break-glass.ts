import type { breakGlassList } from '#lib/contract/access/break-glass-list';
import type { OrderOf } from '#lib/contract/base/list';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, keyset } from '#lib/db/base/keyset';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';
import { Prisma } from '#lib/db/generated/client';
import type { BreakGlassGrant, BreakGlassShow } from '#lib/domain/access/break-glass';
import type { Scope } from '#lib/domain/base/scope';

export type FoundBreakGlass = {
  readonly id: string;
  readonly userId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly patientIds: readonly string[];
  readonly prescriptionIds: readonly string[];
  readonly reason: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
};

/** The records that a doctor has open by emergency access now. By the database's clock, as they were opened. */
export function openBreakGlassGrants(
  tx: Tx,
  { tenantId, userId }: Pick<Scope, 'tenantId' | 'userId'>,
): Promise<FoundBreakGlass[]> {
  return tx.$queryRaw<FoundBreakGlass[]>`
    select id, "userId", "subjectKind", "subjectId", "patientIds", "prescriptionIds", reason, "openedAt", "expiresAt"
    from "BreakGlass" where "tenantId" = ${tenantId} and "userId" = ${userId} and "expiresAt" > now() and "endedAt" is null
    order by "openedAt" desc`;
}

/** The opening under which one of these ids may be seen, if there is one: queried only where the doctor would be refused without it. */
export async function breakGlassGrantOver(
  tx: Tx,
  scope: Scope,
  { patientIds, prescriptionId }: { readonly patientIds: readonly string[]; readonly prescriptionId?: string },
): Promise<BreakGlassGrant | null> {
  const found = (await openBreakGlassGrants(tx, scope)).find(
    (glass) =>
      patientIds.some((id) => glass.patientIds.includes(id)) ||
      (prescriptionId !== undefined && glass.prescriptionIds.includes(prescriptionId)),
  );
  if (!found) return null;
  const { id, expiresAt, patientIds: patients, prescriptionIds } = found;
  return { id, patientIds: patients, prescriptionIds, until: expiresAt.toISOString() };
}

export type NewBreakGlass = Pick<
  FoundBreakGlass,
  'id' | 'userId' | 'subjectKind' | 'subjectId' | 'patientIds' | 'reason'
> & {
  readonly tenantId: string;
  readonly prescriptionIds: readonly string[];
  readonly hours: number;
};

/** Opens it from now, for so many hours. */
export async function saveBreakGlass(tx: Tx, glass: NewBreakGlass): Promise<Date> {
  const { tenantId, id, userId, subjectKind, subjectId, patientIds, prescriptionIds, reason, hours } = glass;
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    insert into "BreakGlass" ("tenantId", id, "userId", "subjectKind", "subjectId", "patientIds", "prescriptionIds", reason, "openedAt", "expiresAt")
    values (${tenantId}, ${id}, ${userId}, ${subjectKind}, ${subjectId}, ${[...patientIds]}::text[], ${[...prescriptionIds]}::text[], ${reason},
      now(), now() + make_interval(hours => ${hours}::int)) returning "expiresAt"`;
  if (!row) throw new Error('the opening was not written');
  return row.expiresAt;
}

/** Makes the openings of one doctor go one after another: two presses at once open once. */
export function lockBreakGlassOf(tx: Tx, { tenantId, userId }: Pick<Scope, 'tenantId' | 'userId'>): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} break-glass ${userId}`);
}

/** Locks one opening for its review. */
export async function lockBreakGlass(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from "BreakGlass" where "tenantId" = ${tenantId} and id = ${id} for update`;
}

/** Ends an opening now, before its time. */
export async function endBreakGlassGrant(tx: Tx, tenantId: string, id: string, endedBy: string): Promise<void> {
  await tx.breakGlass.updateMany({ where: { tenantId, id, endedAt: null }, data: { endedAt: new Date(), endedBy } });
}

/** Saves an admin's review of an opening. */
export async function saveBreakGlassReview(
  tx: Tx,
  tenantId: string,
  { id, reviewedBy, note }: { readonly id: string; readonly reviewedBy: string; readonly note: string },
): Promise<void> {
  await tx.breakGlass.update({
    where: { tenantId_id: { tenantId, id } },
    data: { reviewedAt: new Date(), reviewedBy, reviewNote: note },
  });
}

export type ReviewedBreakGlass = FoundBreakGlass & {
  readonly userName: string;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly reviewedByName: string | null;
  readonly reviewNote: string | null;
  /** Views that were recorded under it. */
  readonly looks: number;
};

type Asking = {
  readonly id?: string;
  readonly show: BreakGlassShow;
  readonly sort?: OrderOf<typeof breakGlassList>;
  readonly after: After | null;
  readonly limit: number;
};

const byOpening = { column: Prisma.sql`g."openedAt"`, type: 'timestamptz', id: Prisma.sql`g.id` } as const;

const shown = {
  unreviewed: Prisma.sql`g."reviewedAt" is null`,
  reviewed: Prisma.sql`g."reviewedAt" is not null`,
  all: Prisma.sql`true`,
} as const;

/** Openings, newest first unless asked otherwise, with how much was looked at under each. */
export function findBreakGlassGrants(
  tx: Tx,
  tenantId: string,
  { id, show, sort = '-opened', after, limit }: Asking,
): Promise<ReviewedBreakGlass[]> {
  const page = keyset(byOpening, sort === '-opened', after);
  return tx.$queryRaw<ReviewedBreakGlass[]>`
    select g.*, u.name as "userName", r.name as "reviewedByName",
      (select count(*)::int from "AuditEntry" e where e."tenantId" = ${tenantId} and e."actorId" = g."userId"
        and e.at between g."openedAt" and g."expiresAt" and e.reason = 'break-glass ' || g.id) as looks
    from (select * from "BreakGlass" g where g."tenantId" = ${tenantId} and (${id ?? null}::text is null or g.id = ${id ?? null})
        and ${shown[show]} and ${page.after} order by ${page.order} limit ${limit}) g
    left join "User" u on u."tenantId" = ${tenantId} and u.id = g."userId"
    left join "User" r on r."tenantId" = ${tenantId} and r.id = g."reviewedBy"
    order by ${page.order}`;
}
