import { type OpsRecipientRow, recipientsOf } from '#lib/db/access/ops-recipients';
import type { Tx } from '#lib/db/base/in-tenant';
import { putNotice } from '#lib/db/mail/ops-alert';
import { statesOfMessages } from '#lib/db/mail/outbox';
import type { OpsNotice } from '#lib/domain/mail/message-contents';
import { senderDomain } from '#lib/outbound/mail-sender';

const noticeId = (alertId: string, recipientId: string, moment: OpsNotice['moment']) =>
  `ntc_${alertId}_${recipientId}_${moment}`;

async function tell(
  tx: Tx,
  tenantId: string,
  to: readonly OpsRecipientRow[],
  alertId: string,
  moment: OpsNotice['moment'],
) {
  for (const { id: recipientId, kind, address } of to) {
    const id = noticeId(alertId, recipientId, moment);
    const mailMessageId = `<${id}@${senderDomain()}>`;
    await putNotice(tx, {
      ...{ tenantId, id, kind, address, mailMessageId, createdBy: null },
      notice: { alertId, recipientId, moment },
    });
  }
}

/** Notifies all of the tenant's recipients that an incident began: once each, however often it is called. */
export async function tellOpened(tx: Tx, tenantId: string, alertId: string): Promise<void> {
  await tell(tx, tenantId, await recipientsOf(tx, tenantId), alertId, 'opened');
}

/** Notifies the recipients of its beginning that it is over. */
export async function tellRecovered(tx: Tx, tenantId: string, alertId: string): Promise<void> {
  const all = await recipientsOf(tx, tenantId);
  const sent = await statesOfMessages(
    tx,
    tenantId,
    all.map(({ id }) => noticeId(alertId, id, 'opened')),
  );
  const to = all.filter(({ id }) => sent.has(noticeId(alertId, id, 'opened')));
  await tell(tx, tenantId, to, alertId, 'recovered');
}
