import { recordAction } from '#lib/actions/record-action';
import { resendsByWebhook } from '#lib/db/access/tenant-settings';
import type { Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { lockResends } from '#lib/db/mail/find-messages';
import { putResend, unsettledResend } from '#lib/db/mail/resend';
import { rowId } from '#lib/domain/base/json/row-id';
import type { Row } from '#lib/domain/ledger/fold';
import { senderDomain } from '#lib/outbound/mail-sender';

export type Resend = {
  readonly tenantId: string;
  readonly prescriptionId: string;
  /** The requesting person, as the audit and the timeline name them. */
  readonly userId: string;
  readonly email: string;
  readonly reason: string | null;
  /** Message id of the action, and the name of the outbox message. */
  readonly key: string;
  readonly outboxId: string;
  /** Not before so many seconds: many at once go out one by one. */
  readonly inSeconds?: number;
  /** The requesting person confirmed the address, though a mail server had answered that it does not exist. */
  readonly addressIsRight?: boolean;
};

export type QueueOutcome = 'queued' | 'on-its-way' | 'uncertain';

/**
 * Requests one email, in the caller's transaction: the action in the ledger, the message in the outbox and the job that wakes its sender
 * are there together or not at all. While one is on its way, or may have been sent, there is no second one.
 */
export async function queueResend(tx: Tx, resend: Resend): Promise<QueueOutcome> {
  const { tenantId, prescriptionId, userId, email, reason, key, outboxId, inSeconds = 0, addressIsRight } = resend;
  await lockResends(tx, tenantId, prescriptionId);
  const open = await unsettledResend(tx, tenantId, prescriptionId);
  if (open !== null) return open === 'uncertain' ? 'uncertain' : 'on-its-way';
  const byWebhook = await resendsByWebhook(tx, tenantId);
  const data = {
    ...{ prescriptionId, email },
    ...(reason === null ? {} : { reason }),
    ...(addressIsRight ? { addressIsRight } : {}),
    ...(byWebhook ? { after: await lastHeardOf(tx, tenantId, prescriptionId, email) } : {}),
  };
  await recordAction(
    tx,
    { tenantId, userId },
    { type: 'scriptline.resend.requested', key, data, at: await databaseNow(tx) },
  );
  await putResend(tx, {
    ...{ tenantId, id: outboxId, prescriptionId, address: email.toLowerCase(), createdBy: userId, inSeconds },
    kind: byWebhook ? 'webhook' : 'email',
    mailMessageId: `<${outboxId}@${senderDomain()}>`,
  });
  return 'queued';
}

/** The time of the latest event on the email to an address; the beginning of time where there was none. */
async function lastHeardOf(tx: Tx, tenantId: string, prescriptionId: string, email: string): Promise<string> {
  const rows = new Map<string, Row>();
  const id = rowId(prescriptionId, email.toLowerCase());
  await loadRows(tx, tenantId, 'emailDelivery', 'id', [id], rows);
  return rows.get(id)?.['state']?.at ?? new Date(0).toISOString();
}
