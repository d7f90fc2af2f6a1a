import { recordAction } from '#lib/actions/record-action';
import { withdrawMail } from '#lib/actions/withdraw-mail';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyAccess, notifyFlow, notifyScreens } from '#lib/db/base/notify-changes';
import { databaseNow } from '#lib/db/base/now';
import { type MailFacts, mailFacts, patientMailFacts, personMailFacts } from '#lib/db/mail/mail-facts';
import { type NoticeFacts, noticeFacts } from '#lib/db/mail/notice-facts';
import { forgetLink, keepTry, lockTry, type Outgoing, settleMessage, takeMessage, tryAgain } from '#lib/db/mail/outbox';
import { needlessResend } from '#lib/db/mail/withdraw-resend';
import { everyPrescriber } from '#lib/db/overview/apply-changes';
import { type RetryPolicy, retryDelay } from '#lib/domain/base/time/retry-policy';
import { emailCause } from '#lib/domain/mail/email-cause';
import { isOurs, mayPass, type SendOutcome, storableOutcome } from '#lib/domain/mail/outbox';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { log } from '#lib/observability/log';
import { whileLeased } from '#lib/processing/base/while-leased';

/** The transports of messages, and the time for which a try may be unrecorded. The transports are replaceable only to show a failing one. */
export type OutboxSending = {
  readonly policy: RetryPolicy;
  readonly leaseSeconds: number;
  readonly transport: (message: Outgoing, facts: MailFacts | NoticeFacts) => Promise<SendOutcome>;
};

type Taken = { readonly message: Outgoing; readonly facts: MailFacts | NoticeFacts };

/** The outside facts of a message, at the time that it is sent. */
function factsOf(tx: Tx, message: Outgoing): Promise<MailFacts | NoticeFacts | null> {
  const { tenantId, purpose, prescriptionId, content } = message;
  if (purpose === 'account_link') return personMailFacts(tx, tenantId, content.userId ?? '');
  if (purpose === 'recall_letter' && prescriptionId === '')
    return patientMailFacts(tx, tenantId, content.personId ?? '');
  return content.notice ? noticeFacts(tx, tenantId, content.notice) : mailFacts(tx, tenantId, prescriptionId);
}

/** Screens with the subject of the message fetch again. */
function notify(tx: Tx, { message, facts }: Taken): Promise<void> {
  const { tenantId, prescriptionId, content } = message;
  if ('moment' in facts) return notifyFlow(tx, tenantId);
  if (facts.person !== undefined) return notifyAccess(tx, tenantId);
  if (prescriptionId === '' && content.recallId !== undefined)
    return notifyScreens(tx, tenantId, [{ id: content.recallId, prescriberId: everyPrescriber }]);
  return notifyScreens(tx, tenantId, [{ id: prescriptionId, prescriberId: facts.prescriberId }]);
}

async function take(tenantId: string, id: string, leaseSeconds: number): Promise<Taken | null> {
  return inTenant({ tenantId }, async (tx) => {
    const needless = await needlessResend(tx, tenantId, id);
    if (needless !== null) {
      await withdrawMail(tx, { tenantId, id, prescriptionId: needless.prescriptionId }, needless.why, null);
      return null;
    }
    const message = await takeMessage(tx, tenantId, id, leaseSeconds);
    const facts = message && (await factsOf(tx, message));
    if (!message || !facts) return null;
    await notify(tx, { message, facts });
    return { message, facts };
  });
}

/** A refusal by our own relay, or its silence, has nothing to do with the patient's address. */
function causeOf(outcome: SendOutcome): EmailCauseWord {
  const stage = stageOf(outcome);
  return stage !== null && isOurs(stage) ? 'sender' : emailCause(outcome.reply);
}

function stageOf(outcome: SendOutcome): string | null {
  return outcome.outcome === 'refused' || outcome.outcome === 'unreachable' ? outcome.stage : null;
}

type Ending = 'accepted' | 'failed' | 'uncertain';

/** The outcome in the ledger and in the row, in one transaction. */
export async function recordEnding(tx: Tx, message: Outgoing, ending: Ending, outcome: SendOutcome): Promise<void> {
  const { tenantId, id, attempts, prescriptionId, kind, address } = message;
  const { reply } = outcome;
  // A notice to admins is about no patient: its own row keeps the outcome.
  if (message.purpose === 'ops_alert')
    return settleMessage(tx, message, { state: ending, reply, cause: null, settledBy: null });
  if (message.purpose === 'account_link') {
    await forgetLink(tx, message);
    const cause = ending === 'failed' ? causeOf(outcome) : null;
    // Nobody has to settle whether it was sent: a new link can be made at any time, and replaces this one.
    return settleMessage(tx, message, {
      state: ending === 'uncertain' ? 'failed' : ending,
      reply,
      cause,
      settledBy: null,
    });
  }
  if (message.purpose === 'recall_letter') {
    const { recallId = '', personId = '' } = message.content;
    const data = { recallId, personId, outcome: `letter_${ending}`, note: reply };
    const act = { type: 'scriptline.recall.contact_logged', key: `${id}:${attempts}:${ending}`, data };
    await recordAction(tx, { tenantId, userId: null }, { ...act, at: await databaseNow(tx) });
    const cause = ending === 'failed' ? causeOf(outcome) : null;
    return settleMessage(tx, message, { state: ending, reply, cause, settledBy: null });
  }
  // A webhook that was taken says nothing of the mail yet: the sender's next event does.
  const word = kind === 'webhook' && ending === 'accepted' ? 'resend.passed_on' : `email.${ending}`;
  const stage = stageOf(outcome);
  const data = { prescriptionId, email: address, reply, ...(stage === null ? {} : { stage }) };
  const act = { type: `scriptline.${word}`, key: `${id}:${attempts}:${ending}`, data };
  await recordAction(tx, { tenantId, userId: null }, { ...act, at: await databaseNow(tx) });
  const cause = ending === 'failed' ? causeOf(outcome) : null;
  await settleMessage(tx, message, { state: ending, reply, cause, settledBy: null });
}

async function record(tx: Tx, taken: Taken, outcome: SendOutcome, policy: RetryPolicy): Promise<void> {
  const { message } = taken;
  const { tenantId, id, attempts, age } = message;
  const held = await lockTry(tx, message);
  // A person settled it in between, and their decision counts.
  if (!held) return;
  await keepTry(tx, message, outcome);
  const delay = mayPass(outcome) ? retryDelay(policy, attempts, age, Math.random()) : null;
  log('info', 'outbox.tried', { tenantId, subjectId: id, status: outcome.outcome, count: attempts });
  if (delay !== null) await tryAgain(tx, message, delay, outcome.reply, mayPassCause(outcome));
  else await recordEnding(tx, message, endingOf(outcome), outcome);
  await notify(tx, taken);
}

/** While it is still tried, silence is a passing fault; once the tries are used up, our side must fix it. */
function mayPassCause(outcome: SendOutcome): EmailCauseWord {
  return outcome.outcome === 'unreachable' ? 'passing' : causeOf(outcome);
}

function endingOf({ outcome }: SendOutcome): Ending {
  return outcome === 'accepted' || outcome === 'uncertain' ? outcome : 'failed';
}

/**
 * Sends one message if it is due and no other worker holds it. Between claiming and recording the email is in no transaction: a process
 * that dies there leaves a lease that runs out (see `outbox-sweep.ts`), and never a second email.
 */
export async function sendMessage(
  job: { readonly tenantId: string; readonly id: string },
  sending: OutboxSending,
): Promise<void> {
  const taken = await take(job.tenantId, job.id, sending.leaseSeconds);
  if (!taken) return;
  const outcome = await sending.transport(taken.message, taken.facts).catch((error: unknown): SendOutcome => {
    // A transport answers for what the other side does; it throws only before anything was sent.
    log('error', 'outbox.cannot_send', { tenantId: job.tenantId, subjectId: job.id, error });
    return { outcome: 'unreachable', stage: 'CONN', reply: 'It could not be made ready for sending' };
  });
  await whileLeased(sending.leaseSeconds, () =>
    inTenant(taken.message, (tx) => record(tx, taken, storableOutcome(outcome), sending.policy)),
  );
}
