import type { Tx } from '#lib/db/base/in-tenant';
import type { KeptKind } from './find-follow-ups.ts';

const idOf = (kind: KeptKind, prescriptionId: string) => `${kind}|${prescriptionId}`;

/** True when a prescription needs a follow-up of a kind now. */
export async function isFollowUpOpen(tx: Tx, tenantId: string, kind: KeptKind, prescriptionId: string) {
  return (await tx.followUp.count({ where: { tenantId, id: idOf(kind, prescriptionId), settledAt: null } })) > 0;
}

/** True when a prescription needed a follow-up of a kind, and needs it no longer. */
export async function isFollowUpSettled(tx: Tx, tenantId: string, kind: KeptKind, prescriptionId: string) {
  const id = idOf(kind, prescriptionId);
  const task = await tx.followUp.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { settledAt: true } });
  return task !== null && task.settledAt !== null;
}
