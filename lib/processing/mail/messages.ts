import type { Purpose } from '#lib/domain/mail/message-contents';
import { accountLink } from './account-link.ts';
import type { MessageType } from './define-message.ts';
import { opsAlert } from './ops-alert.ts';
import { recallLetterMessage } from './recall-letter.ts';
import { resend } from './resend.ts';

/** Every kind of message that leaves through the outbox. */
export const messages: { readonly [P in Purpose]: MessageType<P> } = {
  resend,
  recall_letter: recallLetterMessage,
  ops_alert: opsAlert,
  account_link: accountLink,
};
