import type { Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';

export type MessageAddressee = { readonly prescriptionId: string | null; readonly address: string | null };

/** To whom and about what an outgoing message is; null: there is none of this id. */
export function messageAddressee(tx: Tx, tenantId: string, id: string): Promise<MessageAddressee | null> {
  return tx.outboxMessage.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { prescriptionId: true, address: true },
  });
}

/** True when an outgoing message of this id was written, whatever its outcome. */
export async function isMessageWritten(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.outboxMessage.count({ where: { tenantId, id } })) > 0;
}

/** The number of notifications of these prescriptions that are being sent again just now. */
export function countResendsUnderWay(tx: Tx, tenantId: string, prescriptionIds: readonly string[]): Promise<number> {
  return tx.outboxMessage.count({
    where: {
      ...{ tenantId, prescriptionId: { in: [...prescriptionIds] } },
      ...{ purpose: 'resend', state: { in: ['queued', 'sending'] } },
    },
  });
}

/** Makes the resends of one prescription go one after another. */
export function lockResends(tx: Tx, tenantId: string, prescriptionId: string): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} resend ${prescriptionId}`);
}
