import type { Tx } from '#lib/db/base/in-tenant';

/** The doctors to whom work may be given, by name. */
export function findDoctors(tx: Tx, tenantId: string): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx.user.findMany({
    where: { tenantId, role: 'doctor', disabledAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

export async function isDoctor(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const user = await tx.user.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { role: true } });
  return user?.role === 'doctor';
}

/** True when it is the account of a pharmacist who may sign in. */
export async function isActivePharmacist(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.user.count({ where: { tenantId, id, role: 'pharmacist', disabledAt: null } })) > 0;
}

/** The ids by which senders name a doctor, in order. */
export async function prescriberIdsOf(tx: Tx, tenantId: string, userId: string): Promise<readonly string[]> {
  const links = await tx.prescriberLink.findMany({
    where: { tenantId, userId },
    select: { prescriberId: true },
    orderBy: { prescriberId: 'asc' },
  });
  return links.map(({ prescriberId }) => prescriberId);
}
