import type { Tx } from '#lib/db/base/in-tenant';
import { enqueueOutbox } from '#lib/db/base/jobs';
import type { LinkPurpose } from '#lib/domain/access/account-link';
import type { OutboxState, SendOutcome, Try } from '#lib/domain/mail/outbox';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** A message as its sender needs it. */
export type Outgoing = {
  readonly tenantId: string;
  readonly id: string;
  readonly purpose: 'resend' | 'recall_letter' | 'ops_alert' | 'account_link';
  readonly content: {
    readonly recallId?: string;
    readonly personId?: string;
    readonly lots?: readonly string[];
    readonly notice?: OpsNotice;
    readonly userId?: string;
    readonly link?: LinkPurpose;
    /** The one-time link, sealed; gone once the message has ended. */
    readonly sealed?: string;
  };
  readonly kind: 'email' | 'webhook';
  /** '' where it is about none. */
  readonly prescriptionId: string;
  readonly address: string;
  readonly attempts: number;
  readonly createdBy: string | null;
  readonly mailMessageId: string;
  /** Seconds since it was due first, by the database's clock. */
  readonly age: number;
};

/** A notice to an admin: its incident, its recipient, and whether it began or is over; `test`: only that messages arrive. */
export type OpsNotice = {
  readonly alertId: string;
  readonly recipientId: string;
  readonly moment: 'opened' | 'recovered' | 'test';
};

export type NewResend = Pick<Outgoing, 'tenantId' | 'id' | 'kind' | 'prescriptionId' | 'address' | 'mailMessageId'> & {
  readonly createdBy: string | null;
  readonly inSeconds: number;
};

/** Puts a resend into the outbox with the job that wakes its sender, in the caller's transaction. */
export async function putResend(tx: Tx, message: NewResend): Promise<void> {
  const { tenantId, id, kind, prescriptionId, address, mailMessageId, createdBy, inSeconds } = message;
  await tx.$executeRaw`
    insert into "OutboxMessage" ("tenantId", id, kind, purpose, "prescriptionId", address, "mailMessageId", "createdBy", content, "nextAttemptAt", "dueAt", "createdAt")
    values (${tenantId}, ${id}, ${kind}, 'resend', ${prescriptionId}, ${address}, ${mailMessageId}, ${createdBy}, '{}',
      now() + make_interval(secs => ${inSeconds}::float8), now() + make_interval(secs => ${inSeconds || null}::float8), clock_timestamp())`;
  await enqueueOutbox(tx, { tenantId, id }, inSeconds);
}

export type NewLetter = Pick<Outgoing, 'tenantId' | 'id' | 'address' | 'mailMessageId' | 'content'> & {
  /** Null: the patient received the lot, and no source names the prescription. */
  readonly prescriptionId: string | null;
  readonly createdBy: string;
  readonly inSeconds: number;
};

/** Puts a recall letter into the outbox, with its job; false when it is there already: nothing goes twice to one person. */
export async function putLetter(tx: Tx, message: NewLetter): Promise<boolean> {
  const { tenantId, id, prescriptionId, address, mailMessageId, createdBy, content, inSeconds } = message;
  const put = await tx.$executeRaw`
    insert into "OutboxMessage" ("tenantId", id, kind, purpose, "prescriptionId", address, "mailMessageId", "createdBy", content, "nextAttemptAt", "dueAt", "createdAt")
    values (${tenantId}, ${id}, 'email', 'recall_letter', ${prescriptionId}, ${address}, ${mailMessageId}, ${createdBy}, ${JSON.stringify(content)}::jsonb,
      now() + make_interval(secs => ${inSeconds}::float8), now() + make_interval(secs => ${inSeconds || null}::float8), clock_timestamp())
    on conflict ("tenantId", id) do nothing`;
  if (put > 0) await enqueueOutbox(tx, { tenantId, id }, inSeconds);
  return put > 0;
}

export type NewNotice = Pick<Outgoing, 'tenantId' | 'id' | 'kind' | 'address' | 'mailMessageId'> & {
  readonly createdBy: string | null;
  readonly notice: OpsNotice;
};

/** Puts a notice to an admin into the outbox, with its job; false when it is there already: nothing is sent twice. */
export async function putNotice(tx: Tx, message: NewNotice): Promise<boolean> {
  const { tenantId, id, kind, address, mailMessageId, createdBy, notice } = message;
  const put = await tx.$executeRaw`
    insert into "OutboxMessage" ("tenantId", id, kind, purpose, address, "mailMessageId", "createdBy", content, "createdAt")
    values (${tenantId}, ${id}, ${kind}, 'ops_alert', ${address}, ${mailMessageId}, ${createdBy},
      jsonb_build_object('notice', ${JSON.stringify(notice)}::jsonb, 'recipientId', ${notice.recipientId}::text), clock_timestamp())
    on conflict ("tenantId", id) do nothing`;
  if (put > 0) await enqueueOutbox(tx, { tenantId, id });
  return put > 0;
}

/** Those of these ids that are in the outbox, or were. */
export async function noticesSent(tx: Tx, tenantId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "OutboxMessage" where "tenantId" = ${tenantId} and id = any(${[...ids]}::text[])`;
  return new Set(rows.map(({ id }) => id));
}

export type NewAccountLink = Pick<Outgoing, 'tenantId' | 'id' | 'address' | 'mailMessageId' | 'createdBy'> & {
  readonly content: Required<Pick<Outgoing['content'], 'userId' | 'link' | 'sealed'>>;
};

/** Puts the email with a one-time link into the outbox, with its job. */
export async function putAccountLink(tx: Tx, message: NewAccountLink): Promise<void> {
  const { tenantId, id, address, mailMessageId, createdBy, content } = message;
  await tx.$executeRaw`
    insert into "OutboxMessage" ("tenantId", id, kind, purpose, address, "mailMessageId", "createdBy", content, "createdAt")
    values (${tenantId}, ${id}, 'email', 'account_link', ${address}, ${mailMessageId}, ${createdBy}, ${JSON.stringify(content)}::jsonb, clock_timestamp())`;
  await enqueueOutbox(tx, { tenantId, id });
}

/** A message that no longer has to be sent keeps no link. */
export async function forgetLink(tx: Tx, { tenantId, id }: Pick<Outgoing, 'tenantId' | 'id'>): Promise<void> {
  await tx.$executeRaw`update "OutboxMessage" set content = content - 'sealed' where "tenantId" = ${tenantId} and id = ${id}`;
}

const outgoing = `"tenantId", id, purpose, content, kind, coalesce("prescriptionId", '') as "prescriptionId", coalesce(address, '') as address, attempts, "createdBy", "mailMessageId", extract(epoch from now() - coalesce("dueAt", "createdAt"))::float8 as age`;

/**
 * Claims a due message for sending (times are kept to the millisecond): a second caller gets null. The lease is the time by which its
 * sender must have recorded the result.
 */
export async function takeMessage(
  tx: Tx,
  tenantId: string,
  id: string,
  leaseSeconds: number,
): Promise<Outgoing | null> {
  const [row] = await tx.$queryRawUnsafe<Outgoing[]>(
    `update "OutboxMessage" set state = 'sending', attempts = attempts + 1, "sentAt" = clock_timestamp(), "leaseUntil" = now() + make_interval(secs => $3::float8)
     where "tenantId" = $1 and id = $2 and state = 'queued' and "nextAttemptAt" <= now() + interval '1 millisecond' returning ${outgoing}`,
    tenantId,
    id,
    leaseSeconds,
  );
  return row ?? null;
}

/** Locks what a sender is about to record of one try: null when a person has settled it meanwhile, or another try has begun. */
export async function lockTry(
  tx: Tx,
  { tenantId, id, attempts }: Outgoing,
): Promise<{ readonly state: OutboxState } | null> {
  const [row] = await tx.$queryRaw<{ state: OutboxState }[]>`
    select state from "OutboxMessage" where "tenantId" = ${tenantId} and id = ${id} and attempts = ${attempts}
      and state in ('sending', 'uncertain') for update`;
  return row ?? null;
}

/** Locks a message that may have been sent. */
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

/** Locks a recall letter that may have been sent, of some ids. */
export async function lockUncertainLetter(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Outgoing | null> {
  const [row] = await tx.$queryRawUnsafe<Outgoing[]>(
    `select ${outgoing} from "OutboxMessage" where "tenantId" = $1 and id = any($2::text[]) and purpose = 'recall_letter' and state = 'uncertain' for update`,
    tenantId,
    ids,
  );
  return row ?? null;
}

/** The state of messages, by id; one that was never put is absent. */
export async function statesOfMessages(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.outboxMessage.findMany({
    where: { tenantId, id: { in: [...ids] } },
    select: { id: true, state: true },
  });
  return new Map(rows.map(({ id, state }) => [id, state]));
}

type Settlement = {
  readonly state: Extract<OutboxState, 'accepted' | 'failed' | 'uncertain'>;
  readonly reply: string | null;
  readonly cause: EmailCauseWord | null;
  readonly settledBy: string | null;
};

/** Records the outcome. `uncertain` stays open until a person settles it. */
export async function settleMessage(
  tx: Tx,
  { tenantId, id }: Pick<Outgoing, 'tenantId' | 'id'>,
  end: Settlement,
): Promise<void> {
  const { state, reply, cause, settledBy } = end;
  await tx.$executeRaw`
    update "OutboxMessage" set state = ${state}, reply = coalesce(${reply}, reply), cause = ${cause}, "settledBy" = ${settledBy}, "leaseUntil" = null,
      "settledAt" = case when ${state} = 'uncertain' then null else clock_timestamp() end
    where "tenantId" = ${tenantId} and id = ${id}`;
}

/** Back into the queue for a later try, with its job. */
export async function tryAgain(
  tx: Tx,
  message: Outgoing,
  inSeconds: number,
  reply: string,
  cause: EmailCauseWord,
): Promise<void> {
  const { tenantId, id } = message;
  await tx.$executeRaw`
    update "OutboxMessage" set state = 'queued', "leaseUntil" = null, reply = ${reply}, cause = ${cause},
      "nextAttemptAt" = now() + make_interval(secs => ${inSeconds}::float8)
    where "tenantId" = ${tenantId} and id = ${id}`;
  await enqueueOutbox(tx, { tenantId, id }, inSeconds);
}

/** Records one try, for the history. */
export async function keepTry(tx: Tx, { tenantId, id }: Outgoing, outcome: SendOutcome): Promise<void> {
  const one = JSON.stringify([{ outcome: outcome.outcome, reply: outcome.reply }]);
  await tx.$executeRaw`
    update "OutboxMessage" set tries = tries || jsonb_set(${one}::jsonb, '{0,at}', to_jsonb(to_char("sentAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    where "tenantId" = ${tenantId} and id = ${id}`;
}

/** Messages whose sender died between sending and recording: their leases have run out. */
export function abandoned(tx: Tx, limit: number): Promise<Outgoing[]> {
  return tx.$queryRawUnsafe<Outgoing[]>(
    `select ${outgoing} from "OutboxMessage" where state = 'sending' and "leaseUntil" < now() order by "createdAt" limit $1 for update skip locked`,
    limit,
  );
}

/** Messages that have been due for a while and whose job is nowhere: it is made again. */
export async function wakeForgotten(tx: Tx, overdueSeconds: number): Promise<number> {
  const found = await tx.$queryRaw<{ tenantId: string; id: string }[]>`
    update "OutboxMessage" set "nextAttemptAt" = now() where state = 'queued' and "nextAttemptAt" < now() - make_interval(secs => ${overdueSeconds}::float8)
    returning "tenantId", id`;
  for (const message of found) await enqueueOutbox(tx, message);
  return found.length;
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

/** The prescriptions among these with an email that is being sent this moment. */
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

/** The unsent messages, of one tenant or of all: their number, and seconds since the oldest was due first. */
export async function outboxAge(
  tx: Pick<Tx, '$queryRawUnsafe'>,
  tenantId: string | null,
): Promise<{ readonly unsent: number; readonly oldestSeconds: number }> {
  const [row] = await tx.$queryRawUnsafe<{ unsent: number; oldest: number | null }[]>(
    `select count(*)::int as unsent, extract(epoch from now() - min(coalesce("dueAt", "createdAt")))::float8 as oldest from "OutboxMessage"
     where state in ('queued', 'sending') and ($1::text is null or "tenantId" = $1)`,
    tenantId,
  );
  return { unsent: row?.unsent ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) };
}
