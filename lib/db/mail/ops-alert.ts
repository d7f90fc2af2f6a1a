import type { Tx } from '#lib/db/base/in-tenant';
import { type Locale, readLocale } from '#lib/domain/base/locale';
import type { OpsAlertKind, OpsFigures } from '#lib/domain/flow/ops-alert';
import type { OpsNotice } from '#lib/domain/mail/message-contents';
import { type NewMessage, putMessage } from './put-message.ts';

export type NewNotice = Pick<
  NewMessage<'ops_alert'>,
  'tenantId' | 'id' | 'kind' | 'address' | 'mailMessageId' | 'createdBy'
> & { readonly notice: OpsNotice };

/** Puts a notice to an admin into the outbox; false when it is there already: nobody gets it twice. */
export function putNotice(tx: Tx, { notice, ...message }: NewNotice): Promise<boolean> {
  // By the recipient their last message is found.
  const content = { notice, recipientId: notice.recipientId };
  return putMessage(tx, { ...message, purpose: 'ops_alert', prescriptionId: null, content, inSeconds: 0 });
}

/** The content permitted in a notice to an admin: codes, numbers, times and the names of sources. Instants ISO 8601 UTC. */
export type NoticeFacts = {
  readonly moment: OpsNotice['moment'];
  readonly recipientId: string;
  /** No longer on the list. */
  readonly removed: boolean;
  readonly secret: string | null;
  readonly locale: Locale;
  readonly clinic: string;
  readonly timeZone: string;
  /** Null of a test. */
  readonly alert: {
    readonly id: string;
    readonly kind: OpsAlertKind;
    readonly sourceKey: string | null;
    readonly sourceName: string | null;
    readonly since: string;
    readonly openedAt: string;
    readonly recoveredAt: string | null;
    readonly figures: OpsFigures;
  } | null;
};

type Row = {
  readonly clinic: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly secret: string | null;
  readonly removed: boolean;
};

/** Null when there is no such incident or recipient. */
export async function noticeFacts(
  tx: Tx,
  tenantId: string,
  { alertId, recipientId, moment }: OpsNotice,
): Promise<NoticeFacts | null> {
  const [to] = await tx.$queryRaw<Row[]>`
    select t.name as clinic, t."timeZone", r.locale, r.secret, r."removedAt" is not null as removed
    from "OpsRecipient" r join "Tenant" t on t."tenantId" = r."tenantId" where r."tenantId" = ${tenantId} and r.id = ${recipientId}`;
  if (!to) return null;
  const shared = { ...to, locale: readLocale(to.locale), moment, recipientId };
  if (moment === 'test') return { ...shared, alert: null };
  const [alert] = await tx.$queryRaw<
    {
      kind: OpsAlertKind;
      since: Date;
      openedAt: Date;
      recoveredAt: Date | null;
      figures: OpsFigures;
      key: string | null;
      name: string | null;
    }[]
  >`
    select a.kind, a.since, a."openedAt", a."recoveredAt", a.figures, s.key, s.name from "OpsAlert" a
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = a.subject where a."tenantId" = ${tenantId} and a.id = ${alertId}`;
  if (!alert) return null;
  return {
    ...shared,
    alert: {
      ...{ id: alertId, kind: alert.kind, sourceKey: alert.key, sourceName: alert.name, figures: alert.figures },
      since: alert.since.toISOString(),
      openedAt: alert.openedAt.toISOString(),
      recoveredAt: alert.recoveredAt?.toISOString() ?? null,
    },
  };
}
