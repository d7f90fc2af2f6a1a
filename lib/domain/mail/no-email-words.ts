import type { NoEmailReason } from './may-resend.ts';

/** For the log and for a caller that shows no words of its own. */
export const noEmailWords: Readonly<Record<NoEmailReason, string>> = {
  'no-code': 'Its sender gives no code that a pharmacy knows: there is nothing to send.',
  'code-not-known': 'Its code has not come yet: there is nothing to send.',
  draft: 'It is a draft: nothing was issued.',
  'on-hold': 'It is on hold: there is nothing to pick up now.',
  dispensed: 'It was dispensed in full: there is nothing left to pick up.',
  canceled: 'It was canceled: there is nothing to pick up.',
  discontinued: 'It was discontinued: there is nothing to pick up.',
  expired: 'It has expired: there is nothing to pick up.',
};
