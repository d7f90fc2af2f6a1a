import type { Tx } from '#lib/db/base/in-tenant';

/** The settings that an admin chooses for the tenant. `resendWebhookSecret` is sealed. */
export type TenantSettings = {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly pickUpDays: number;
  readonly countersignHours: number;
  readonly drugNamesInMail: boolean;
  readonly mailFromName: string | null;
  readonly resendBy: string;
  readonly resendWebhookUrl: string | null;
  readonly resendWebhookSecret: string | null;
};

type VersionedSettings = TenantSettings & { readonly version: number };

export function tenantSettings(tx: Tx, tenantId: string): Promise<VersionedSettings> {
  return tx.tenant.findUniqueOrThrow({
    where: { tenantId },
    select: {
      ...{ version: true, name: true, timeZone: true, locale: true, pickUpDays: true, countersignHours: true },
      ...{ drugNamesInMail: true, mailFromName: true, resendBy: true },
      ...{ resendWebhookUrl: true, resendWebhookSecret: true },
    },
  });
}

/** The settings, locked for a change of them. */
export async function lockTenantSettings(tx: Tx, tenantId: string): Promise<VersionedSettings> {
  await tx.$queryRaw`select 1 from "Tenant" where "tenantId" = ${tenantId} for update`;
  return tenantSettings(tx, tenantId);
}

/** Saves the settings; the version that they have now. */
export async function saveTenantSettings(tx: Tx, tenantId: string, settings: TenantSettings): Promise<number> {
  const { version } = await tx.tenant.update({
    where: { tenantId },
    data: { ...settings, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

type NewTenant = {
  readonly tenantId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly wireIds: readonly string[];
};

/** False: there is a tenant of that id already. */
export async function addTenant(tx: Tx, { wireIds, ...tenant }: NewTenant): Promise<boolean> {
  const { count } = await tx.tenant.createMany({ data: [{ ...tenant, wireIds: [...wireIds] }], skipDuplicates: true });
  return count > 0;
}

/** After so many days a prescription that nobody picked up is a task. */
export async function pickUpDaysOf(tx: Tx, tenantId: string): Promise<number> {
  const { pickUpDays } = await tx.tenant.findUniqueOrThrow({ where: { tenantId }, select: { pickUpDays: true } });
  return pickUpDays;
}

/** Within so many hours a controlled dispense is to be countersigned. */
export async function countersignHoursOf(tx: Tx, tenantId: string): Promise<number> {
  const { countersignHours } = await tx.tenant.findUniqueOrThrow({
    where: { tenantId },
    select: { countersignHours: true },
  });
  return countersignHours;
}

/** The ids by which senders name the tenant. */
export async function wireIdsOf(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const { wireIds } = await tx.tenant.findUniqueOrThrow({ where: { tenantId }, select: { wireIds: true } });
  return wireIds;
}

/** By which way a notification is sent again. */
export async function resendsByWebhook(tx: Tx, tenantId: string): Promise<boolean> {
  const { resendBy } = await tx.tenant.findUniqueOrThrow({ where: { tenantId }, select: { resendBy: true } });
  return resendBy === 'webhook';
}
