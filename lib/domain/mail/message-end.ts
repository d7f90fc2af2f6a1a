import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import { emailCause } from './email-cause.ts';
import { isOurs, type SendOutcome } from './outbox.ts';

/** The end of a message; `cause`: the cause of its failure, null where it did not fail. */
export type MessageEnd = {
  readonly state: 'accepted' | 'failed' | 'uncertain';
  readonly reply: string;
  readonly stage: string | null;
  readonly cause: EmailCauseWord | null;
};

/** The end of a message whose last try had this outcome. */
export function endOf(outcome: SendOutcome): MessageEnd {
  const { reply } = outcome;
  if (outcome.outcome === 'accepted' || outcome.outcome === 'uncertain')
    return { state: outcome.outcome, reply, stage: null, cause: null };
  return { state: 'failed', reply, stage: outcome.stage, cause: causeOf(outcome) };
}

/** The cause for which a message is tried again: until its last try, silence is a passing fault. */
export function passingCause(outcome: SendOutcome): EmailCauseWord {
  return outcome.outcome === 'unreachable' ? 'passing' : causeOf(outcome);
}

/** The cause of a failure. A refusal by our own relay, or its silence, has nothing to do with the recipient's address. */
function causeOf(outcome: SendOutcome): EmailCauseWord {
  const stage = outcome.outcome === 'refused' || outcome.outcome === 'unreachable' ? outcome.stage : null;
  return stage !== null && isOurs(stage) ? 'sender' : emailCause(outcome.reply);
}
