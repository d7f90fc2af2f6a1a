import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { Prisma } from '#lib/db/generated/client';
import type { LinkPurpose } from '#lib/domain/access/account-link';
import { idleSeconds } from '#lib/domain/access/session-life';
import type { Role } from '#lib/domain/base/scope';

export type FoundAccount = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly inCharge: boolean;
  readonly locale: string | null;
  readonly version: number;
  readonly disabledAt: Date | null;
  readonly hasPassword: boolean;
  readonly prescriberIds: readonly string[];
  readonly locationIds: readonly string[];
  readonly lastSeenAt: Date | null;
  readonly sessions: number;
  readonly linkPurpose: LinkPurpose | null;
  readonly linkExpiresAt: Date | null;
};

type Asking = {
  readonly id?: string;
  /** The name in lower case and the id of the account that the page goes on after. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

const byName = [
  { column: Prisma.sql`lower(u.name)`, type: 'text' },
  { column: Prisma.sql`u.id`, type: 'text' },
] as const;

/** Accounts by name, with what each may reach, its open sessions and its unused link. */
export function findAccounts(tx: Tx, tenantId: string, { id, after, limit }: Asking): Promise<FoundAccount[]> {
  const page = rowKeyset(byName, false, after);
  return tx.$queryRaw<FoundAccount[]>`
    select u.id, u.email, u.name, u.role, u."inCharge", u.locale, u.version, u."disabledAt", u."passwordHash" is not null as "hasPassword",
      array(select p."prescriberId" from "PrescriberLink" p where p."tenantId" = ${tenantId} and p."userId" = u.id order by 1) as "prescriberIds",
      array(select l."locationId" from "UserLocation" l where l."tenantId" = ${tenantId} and l."userId" = u.id order by 1) as "locationIds",
      s."lastSeenAt", s.open as sessions, k.purpose as "linkPurpose", k."expiresAt" as "linkExpiresAt"
    from "User" u
    cross join lateral (select max(s."lastSeenAt") as "lastSeenAt", count(*) filter (where s."endedAt" is null and s."expiresAt" > now()
        and s."lastSeenAt" > now() - make_interval(secs => ${idleSeconds}::float8))::int as open
      from "Session" s where s."tenantId" = ${tenantId} and s."userId" = u.id) s
    left join lateral (select k.purpose, k."expiresAt" from "AccountLink" k where k."tenantId" = ${tenantId} and k."userId" = u.id
        and k."usedAt" is null and k."revokedAt" is null and k."expiresAt" > now() order by k."createdAt" desc limit 1) k on true
    where u."tenantId" = ${tenantId} and (${id ?? null}::text is null or u.id = ${id ?? null})
      and ${page.after} order by ${page.order} limit ${limit}`;
}

/** One account, locked against others who change it at the same time; null when the tenant has none of that id. */
export async function lockAccount(tx: Tx, tenantId: string, id: string): Promise<FoundAccount | null> {
  // Decided over all accounts, so that two admins who demote one another are handled one by one.
  await tx.$queryRaw`select 1 from "Tenant" where "tenantId" = ${tenantId} for update`;
  const [found] = await findAccounts(tx, tenantId, { id, after: null, limit: 1 });
  return found ?? null;
}

/** True where another account can still administer: an admin that is not disabled and has signed in, or can. */
export async function otherAdminStays(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ stays: boolean }[]>`
    select exists (select from "User" u where u."tenantId" = ${tenantId} and u.id <> ${id} and u.role = 'admin' and u."disabledAt" is null
      and (u."passwordHash" is not null
        or exists (select from "Session" s where s."tenantId" = ${tenantId} and s."userId" = u.id))) as stays`;
  return row?.stays === true;
}

/** Makes the prescriber ids and locations of an account exactly these. */
export async function setReach(
  tx: Tx,
  tenantId: string,
  userId: string,
  {
    prescriberIds,
    locationIds,
  }: { readonly prescriberIds?: readonly string[]; readonly locationIds?: readonly string[] },
): Promise<void> {
  if (prescriberIds) {
    await tx.prescriberLink.deleteMany({ where: { tenantId, userId, prescriberId: { notIn: [...prescriberIds] } } });
    const data = prescriberIds.map((prescriberId) => ({ tenantId, userId, prescriberId }));
    await tx.prescriberLink.createMany({ data, skipDuplicates: true });
  }
  if (locationIds) {
    await tx.userLocation.deleteMany({ where: { tenantId, userId, locationId: { notIn: [...locationIds] } } });
    const data = locationIds.map((locationId) => ({ tenantId, userId, locationId }));
    await tx.userLocation.createMany({ data, skipDuplicates: true });
  }
}
