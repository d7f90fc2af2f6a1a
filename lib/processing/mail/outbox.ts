import { withdrawMail } from '#lib/actions/withdraw-mail';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { keepTry, lockTry, type Outgoing, takeMessage, tryAgain } from '#lib/db/mail/outbox';
import { needlessResend } from '#lib/db/mail/withdraw-resend';
import { type RetryPolicy, retryDelay } from '#lib/domain/base/time/retry-policy';
import { endOf, passingCause } from '#lib/domain/mail/message-end';
import { mayPass, type SendOutcome, storableOutcome } from '#lib/domain/mail/outbox';
import { log } from '#lib/observability/log';
import { whileLeased } from '#lib/processing/base/while-leased';
import type { Ready } from './define-message.ts';
import { messages } from './messages.ts';
import type { Parcel } from './parcel.ts';

/** The transports of messages, and the time for which a try may be unrecorded. The transports are replaceable only to show a failing one. */
export type OutboxSending = {
  readonly policy: RetryPolicy;
  readonly leaseSeconds: number;
  readonly transport: (parcel: Parcel) => Promise<SendOutcome>;
};

async function take(tenantId: string, id: string, leaseSeconds: number): Promise<Ready | null> {
  return inTenant({ tenantId }, async (tx) => {
    const needless = await needlessResend(tx, tenantId, id);
    if (needless !== null) {
      await withdrawMail(tx, { tenantId, id, prescriptionId: needless.prescriptionId }, needless.why, null);
      return null;
    }
    const message = await takeMessage(tx, tenantId, id, leaseSeconds);
    const ready = message && (await messages[message.purpose].prepare(tx, message));
    await ready?.notify(tx);
    return ready;
  });
}

/** Writes how a message ended: the ledger's word and the row's, in one transaction. */
export function settleEnd(tx: Tx, message: Outgoing, outcome: SendOutcome): Promise<void> {
  return messages[message.purpose].settle(tx, message, endOf(outcome));
}

async function record(tx: Tx, { message, notify }: Ready, outcome: SendOutcome, policy: RetryPolicy): Promise<void> {
  const { tenantId, id, attempts, age } = message;
  // A person may have settled it meanwhile, and their word counts.
  if (!(await lockTry(tx, message))) return;
  await keepTry(tx, message, outcome);
  const delay = mayPass(outcome) ? retryDelay(policy, attempts, age, Math.random()) : null;
  log('info', 'outbox.tried', { tenantId, subjectId: id, status: outcome.outcome, count: attempts });
  if (delay !== null) await tryAgain(tx, message, delay, outcome.reply, passingCause(outcome));
  else await settleEnd(tx, message, outcome);
  await notify(tx);
}

async function send({ message, pack }: Ready, { transport }: OutboxSending): Promise<SendOutcome> {
  try {
    return await transport(pack());
  } catch (error) {
    // A transport answers for what the other side does; it throws only before anything was sent.
    log('error', 'outbox.cannot_send', { tenantId: message.tenantId, subjectId: message.id, error });
    return { outcome: 'unreachable', stage: 'CONN', reply: 'It could not be made ready for sending' };
  }
}

/**
 * Sends one message if it is due and no other worker holds it. Between claiming and recording the email is in no transaction: a process
 * that dies there leaves a lease that runs out (see `outbox-sweep.ts`), and never a second email.
 */
export async function sendMessage(
  job: { readonly tenantId: string; readonly id: string },
  sending: OutboxSending,
): Promise<void> {
  const ready = await take(job.tenantId, job.id, sending.leaseSeconds);
  if (!ready) return;
  const outcome = await send(ready, sending);
  await whileLeased(sending.leaseSeconds, () =>
    inTenant(ready.message, (tx) => record(tx, ready, storableOutcome(outcome), sending.policy)),
  );
}
