import { foreignText } from '#lib/domain/base/foreign-text';
import { explainCause } from './email-cause.ts';

/** The state of a message of the outbox. `sending` is held by a lease; a message that outlives it is `uncertain`. */
export const outboxStates = ['queued', 'sending', 'accepted', 'failed', 'uncertain', 'cancelled'] as const;
export type OutboxState = (typeof outboxStates)[number];

/**
 * The result of one try. `reply` is the other side's own words, or the error of the connection. `lasting`: trying again changes nothing.
 * `stage`: the part of the conversation that was refused (SMTP's command, `CONN` for the greeting).
 */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly reply: string }
  | { readonly outcome: 'refused'; readonly lasting: boolean; readonly stage: string; readonly reply: string }
  | { readonly outcome: 'unreachable'; readonly stage: string; readonly reply: string }
  | { readonly outcome: 'uncertain'; readonly reply: string };

const longestReply = 2_000;

/** The same, with the other side's words as a row can hold them. */
export function storableOutcome<O extends SendOutcome>(outcome: O): O {
  return { ...outcome, reply: foreignText(outcome.reply.trim(), longestReply) };
}

/** `withdrawn`: it was not sent; the reply says why. */
export type Try = {
  readonly at: string;
  readonly outcome: SendOutcome['outcome'] | 'withdrawn';
  readonly reply: string;
};

/**
 * The reason why an email was canceled before it left: by a person, because its prescription is over, not to be picked up now, or settled
 * since, or because the address on file is another.
 */
export const withdrawals = ['person', 'ended', 'not_now', 'settled', 'address'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** Refused before anything was said of the recipient: by our own relay, of us. The patient's address has nothing to do with it. */
export function isOurs(stage: string): boolean {
  return !/^(RCPT|DATA)/.test(stage);
}

/** The part of the conversation that a web address was refused at: its status has said whether trying again helps. */
const ofTheWeb = /^(URL|DNS|HTTP)$/;

/**
 * True where trying again may help. The class of the reply decides (RFC 5321, 4.2.1); a 5yz that calls itself passing (a 4.y.z status,
 * greylisting, "try again later") is tried again all the same. A message that may have been sent never is.
 */
export function mayPass(outcome: SendOutcome): boolean {
  if (outcome.outcome === 'unreachable') return true;
  if (outcome.outcome !== 'refused') return false;
  return !outcome.lasting || (!ofTheWeb.test(outcome.stage) && explainCause(outcome.reply).permanent === false);
}
