import type { Tx } from '#lib/db/base/in-tenant';
import type { OutboxState, Try } from '#lib/domain/mail/outbox';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { type Outgoing, outgoing } from './outbox.ts';
import { type NewMessage, putMessage } from './put-message.ts';

export type NewResend = Omit<NewMessage<'resend'>, 'purpose' | 'content' | 'prescriptionId'> & {
  readonly prescriptionId: string;
};

/** Puts a resend into the outbox. Whoever asks has made sure that none with this id is there. */
export async function putResend(tx: Tx, message: NewResend): Promise<void> {
  const put = await putMessage(tx, { ...message, purpose: 'resend', content: {} });
  if (!put) throw new Error('a resend with this id is in the outbox already');
}

/** Locks a resend that may have been sent. */
export async function lockUncertain(
  tx: Tx,
  tenantId: string,
  prescriptionId: string,
  id: string,
): Promise<Outgoing | null> {
  const [row] = await tx.$queryRawUnsafe<Outgoing[]>(
    `select ${outgoing} from "OutboxMessage" where "tenantId" = $1 and "prescriptionId" = $2 and id = $3 and purpose = 'resend' and state = 'uncertain' for update`,
    tenantId,
    prescriptionId,
    id,
  );
  return row ?? null;
}

export type ResendRow = {
  readonly id: string;
  readonly kind: 'email' | 'webhook';
  readonly address: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly nextAttemptAt: Date;
  readonly reply: string | null;
  readonly cause: EmailCauseWord | null;
  readonly tries: readonly Try[];
};

/** A prescription's resends, newest first. */
export function resendsOf(tx: Tx, tenantId: string, prescriptionId: string): Promise<ResendRow[]> {
  return tx.$queryRaw<ResendRow[]>`
    select m.id, m.kind, m.address, m.state, m.attempts, m."createdAt", m."createdBy", u.name as "createdByName", m."sentAt", m."settledAt",
      s.name as "settledByName", m."nextAttemptAt", m.reply, m.cause, m.tries
    from "OutboxMessage" m
      left join "User" u on u."tenantId" = m."tenantId" and u.id = m."createdBy"
      left join "User" s on s."tenantId" = m."tenantId" and s.id = m."settledBy"
    where m."tenantId" = ${tenantId} and m."prescriptionId" = ${prescriptionId} and m.purpose = 'resend'
    order by m."createdAt" desc limit 50`;
}

/** Those of these prescriptions that have an email being sent at this moment. */
export async function beingSent(
  tx: Tx,
  tenantId: string,
  prescriptionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (prescriptionIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select "prescriptionId" as id from "OutboxMessage" where "tenantId" = ${tenantId} and "prescriptionId" = any(${[...prescriptionIds]}::text[])
      and purpose = 'resend' and state = 'sending'`;
  return new Set(rows.map(({ id }) => id));
}

/** A resend that is not settled: queued, being sent, or one that a person has to settle. */
export async function unsettledResend(tx: Tx, tenantId: string, prescriptionId: string): Promise<OutboxState | null> {
  const [row] = await tx.$queryRaw<{ state: OutboxState }[]>`
    select state from "OutboxMessage" where "tenantId" = ${tenantId} and "prescriptionId" = ${prescriptionId} and purpose = 'resend'
      and state in ('queued', 'sending', 'uncertain')`;
  return row?.state ?? null;
}
