import type { Locale } from '#lib/domain/base/locale';
import type { NoEmailReason } from '#lib/domain/mail/may-resend';
import type { OutboxState, Try } from '#lib/domain/mail/outbox';
import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** One resend of ours, from its request to its settling. Instants ISO 8601 UTC; `reply` is the other side's own words. */
export type ResendAttempt = {
  readonly id: string;
  readonly kind: 'email' | 'webhook';
  readonly address: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly sentAt: string | null;
  readonly settledAt: string | null;
  /** The person who settled a message that may have been sent. */
  readonly settledBy: string | null;
  /** The time of its next try; null once it is no longer waiting. */
  readonly nextAttemptAt: string | null;
  readonly reply: string | null;
  readonly cause: EmailCauseWord | null;
  readonly tries: readonly Try[];
};

/** The email as it would go out now. */
export type MailPreview = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Locale;
};

/** The reason why the email to the address on file did not arrive, in the reader's language; null when it did, or nobody knows. */
export type WhyNot = {
  readonly cause: EmailCauseWord;
  readonly name: string;
  readonly advice: string;
  /** The server's own words. */
  readonly reply: string | null;
};

export type Resends = {
  readonly why: WhyNot | null;
  /** The patient's address on file where this prescription's emails go to another, or to none yet. */
  readonly person: string | null;
  /** Newest first. */
  readonly items: readonly ResendAttempt[];
  /** The reason why no email may go to the patient now; null: one may. */
  readonly untold: NoEmailReason | null;
  /** Null where there is no code to give. */
  readonly preview: MailPreview | null;
  /** `webhook`: the clinic's own system is asked to send. */
  readonly by: 'smtp' | 'webhook';
};
