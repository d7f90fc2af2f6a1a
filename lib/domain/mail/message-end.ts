import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { emailCause } from './email-cause.ts';
import { isOurs, type SendOutcome } from './outbox.ts';

/** How a message ended; `cause`: why it failed, null where it did not. */
export type MessageEnd = {
  readonly state: 'accepted' | 'failed' | 'uncertain';
  readonly reply: string;
  readonly stage: string | null;
  readonly cause: EmailCauseWord | null;
};

/** What a try that is the last one ends its message with. */
export function endOf(outcome: SendOutcome): MessageEnd {
  const { reply } = outcome;
  if (outcome.outcome === 'accepted' || outcome.outcome === 'uncertain')
    return { state: outcome.outcome, reply, stage: null, cause: null };
  return { state: 'failed', reply, stage: outcome.stage, cause: causeOf(outcome) };
}

/** Why a message is tried again: while it is, silence is a passing fault. */
export function passingCause(outcome: SendOutcome): EmailCauseWord {
  return outcome.outcome === 'unreachable' ? 'passing' : causeOf(outcome);
}

/** What our own relay refuses of us, or its silence, has nothing to do with the recipient's address. */
function causeOf(outcome: SendOutcome): EmailCauseWord {
  const stage = outcome.outcome === 'refused' || outcome.outcome === 'unreachable' ? outcome.stage : null;
  return stage !== null && isOurs(stage) ? 'sender' : emailCause(outcome.reply);
}
