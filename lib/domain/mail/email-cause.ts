import { evidenceIn } from '#lib/domain/mail/email-cause/decide';
import { type Evidence, strongest } from '#lib/domain/mail/email-cause/evidence';
import { decoded, plainTextOf } from '#lib/domain/mail/email-cause/plain-words';
import { replyCodes } from '#lib/domain/mail/email-cause/reply-codes';
import { ownWords, quotedReplies } from '#lib/domain/mail/email-cause/report';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

export type ExplainedCause = {
  readonly cause: EmailCauseWord;
  /** The sign that decided, in plain English, with the words or the code it was read from. */
  readonly by: string;
  /** The three-digit reply. */
  readonly code: string | null;
  /** The first enhanced status. */
  readonly enhanced: string | null;
  /** False where waiting may help, whatever the cause and the class of its code: a greylisted mail is `refused`, and still worth a retry. */
  readonly permanent: boolean | null;
};

function weigh(text: string): Evidence | null {
  return strongest(evidenceIn(plainTextOf(text), replyCodes(text)));
}

/** The other server's reply comes first, the report around it only when that shows nothing; a guess uses the reply alone. */
function weighReport(quoted: readonly string[], own: string): Evidence | null {
  const replies = quoted.map(weigh);
  const evidence = [...replies, weigh(own)];
  return evidence.find((one) => one !== null && one.weight > 0) ?? (replies.length > 0 ? replies : evidence)[0] ?? null;
}

/**
 * The reason why an email did not arrive, from an SMTP reply, an enhanced status, a delivery report or a provider's sentence. The strongest
 * sign wins; between equals the one that does not blame the address. A bare `550` decides nothing: servers use it for everything.
 */
export function explainCause(reason: string): ExplainedCause {
  const whole = decoded(reason);
  const own = ownWords(whole);
  const quoted = quotedReplies(whole, own);
  const { basic, enhanced, permanent } = replyCodes([...quoted, own].join('\n'));
  const found = weighReport(quoted, own);
  const passing = found?.cause === 'passing' || /\b(grey|gray)[ -]?list/i.test(own);
  const codes = {
    code: basic,
    enhanced: enhanced[0] ?? null,
    permanent: permanent === true && (passing || enhanced[0]?.startsWith('4')) ? false : permanent,
  };
  return found
    ? { cause: found.cause, by: found.by, ...codes }
    : { cause: 'unknown', by: 'nothing known was said', ...codes };
}

export function emailCause(reason: string): EmailCauseWord {
  return explainCause(reason).cause;
}
