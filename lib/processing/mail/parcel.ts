import type { SendOutcome } from '#lib/domain/mail/outbox';
import type { OutgoingMail } from '#lib/outbound/smtp';
import type { OutgoingWebhook } from '#lib/outbound/webhook';

/** A message ready to leave by mail or as a signed request; or how its try went, where nothing may leave. */
export type Parcel =
  | { readonly mail: OutgoingMail }
  | { readonly request: OutgoingWebhook }
  | { readonly outcome: SendOutcome };

/** Nothing leaves, and trying again changes nothing. `stage`: what was missing. */
export function keptBack(stage: string, reply: string): Parcel {
  return { outcome: { outcome: 'refused', lasting: true, stage, reply } };
}
