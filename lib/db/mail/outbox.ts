import type { Tx } from '#lib/db/base/in-tenant';
import { enqueueOutbox } from '#lib/db/base/jobs';
import type { Purpose } from '#lib/domain/mail/message-contents';
import type { OutboxState, SendOutcome } from '#lib/domain/mail/outbox';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** A message as its sender needs it. */
export type Outgoing = {
  readonly tenantId: string;
  readonly id: string;
  readonly purpose: Purpose;
  /** As its row holds it: its kind knows the shape. */
  readonly content: unknown;
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

/** The columns of an `Outgoing`. */
export const outgoing = `"tenantId", id, purpose, content, kind, coalesce("prescriptionId", '') as "prescriptionId", coalesce(address, '') as address, attempts, "createdBy", "mailMessageId", extract(epoch from now() - coalesce("dueAt", "createdAt"))::float8 as age`;

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

/** The states of messages, by id; one that was never put is absent. */
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
