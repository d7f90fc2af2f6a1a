import type { AccountWords } from './account-words.ts';
import type { MailWords } from './mail-words.ts';
import type { NoticeWords } from './notice-words.ts';
import type { RecallWords } from './recall-words.ts';

/** Every word that leaves the product in one language. */
export type OutboundWords = {
  readonly prescription: MailWords;
  readonly account: AccountWords;
  readonly notice: NoticeWords;
  readonly recall: RecallWords;
};
