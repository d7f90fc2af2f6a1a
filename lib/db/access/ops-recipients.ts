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

/** The number of people who get notifications at present. */
export function countRecipients(tx: Tx, tenantId: string): Promise<number> {
  return tx.opsRecipient.count({ where: { tenantId, removedAt: null } });
}

/** `secret` is sealed; null where the recipient has none. */
type NewRecipient = Pick<OpsRecipientRow, 'id' | 'kind' | 'address' | 'locale'> & {
  readonly secret: string | null;
  readonly addedBy: string;
};

/** False: the address is a recipient already. */
export async function addOpsRecipient(
  tx: Tx,
  tenantId: string,
  { id, kind, address, locale, secret, addedBy }: NewRecipient,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into "OpsRecipient" ("tenantId", id, kind, address, locale, secret, "addedBy")
    values (${tenantId}, ${id}, ${kind}, ${address}, ${locale}, ${secret}, ${addedBy})
    on conflict ("tenantId", kind, address) where "removedAt" is null do nothing`;
  return added > 0;
}

/** True when there is, or was, a recipient of this id. */
export async function wasRecipient(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  return (await tx.opsRecipient.count({ where: { tenantId, id } })) > 0;
}

/** False: it was removed before. */
export async function removeOpsRecipient(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const { count } = await tx.opsRecipient.updateMany({
    where: { tenantId, id, removedAt: null },
    data: { removedAt: new Date() },
  });
  return count > 0;
}

/** By which way a recipient gets notifications; null where none of this id does. */
export async function recipientAddress(
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<Pick<OpsRecipientRow, 'kind' | 'address'> | null> {
  const found = await tx.opsRecipient.findFirst({ where: { tenantId, id, removedAt: null } });
  return found && { kind: found.kind === 'webhook' ? 'webhook' : 'email', address: found.address };
}
