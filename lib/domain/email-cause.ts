import { evidenceIn } from './email-cause/decide.ts';
import { type Evidence, strongest } from './email-cause/evidence.ts';
import { decoded, told } from './email-cause/plain-words.ts';
import { replyCodes } from './email-cause/reply-codes.ts';
import { ownWords, quotedReplies } from './email-cause/report.ts';
import type { EmailCauseWord } from './prescription-state.ts';

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
  return strongest(evidenceIn(told(text), replyCodes(text)));
}

/** A delivery report says much around the reply itself; what the other server said comes first, the rest only when that tells nothing. */
function weighReport(report: string): Evidence | null {
  for (const reply of quotedReplies(report)) {
    const found = weigh(reply);
    if (found && found.weight > 0) return found;
  }
  return weigh(report);
}

/**
 * Why a mail did not arrive, from an SMTP reply, an enhanced status, a delivery report or a provider's sentence. The strongest sign wins;
 * between equals the one that does not blame the address. A bare `550` decides nothing: servers say it of everything.
 */
export function explainCause(reason: string): ExplainedCause {
  const text = ownWords(decoded(reason));
  const { basic, enhanced, permanent } = replyCodes(text);
  const found = weighReport(text);
  const passing = found?.cause === 'passing' || /\b(grey|gray)[ -]?list/i.test(text);
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
