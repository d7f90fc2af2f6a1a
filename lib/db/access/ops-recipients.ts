import type { Tx } from '#lib/db/base/in-tenant';
import type { OutboxState } from '#lib/domain/mail/outbox';

export type OpsRecipientRow = {
  readonly id: string;
  readonly kind: 'email' | 'webhook';
  readonly address: string;
  readonly locale: string;
  readonly addedAt: Date;
  readonly addedByName: string | null;
  readonly lastState: OutboxState | null;
  readonly lastAt: Date | null;
  readonly lastReply: string | null;
};

/** The recipients of the tenant's notifications, with the result of the last message to each. */
export function recipientsOf(tx: Tx, tenantId: string): Promise<OpsRecipientRow[]> {
  return tx.$queryRaw<OpsRecipientRow[]>`
    select r.id, r.kind, r.address, r.locale, r."addedAt", u.name as "addedByName", m.state as "lastState", m."createdAt" as "lastAt", m.reply as "lastReply"
    from "OpsRecipient" r
    left join "User" u on u."tenantId" = ${tenantId} and u.id = r."addedBy"
    left join lateral (
      select o.state, o."createdAt", o.reply from "OutboxMessage" o where o."tenantId" = ${tenantId} and o.purpose = 'ops_alert'
        and o.content->>'recipientId' = r.id order by o."createdAt" desc limit 1
    ) m on true
    where r."tenantId" = ${tenantId} and r."removedAt" is null order by r."addedAt", r.id`;
}
