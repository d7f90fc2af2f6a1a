import type { LinkPurpose } from '#lib/domain/access/account-link';

type Said = { readonly clinic: string; readonly name: string; readonly hours: number };
/** The words of the mails that carry a one-time link. */
export type AccountWords = {
  readonly greeting: (said: Said) => string;
  readonly once: (said: Said) => string;
  readonly wrong: string;
} & Readonly<
  Record<
    LinkPurpose,
    { readonly subject: (said: Said) => string; readonly what: (said: Said) => string; readonly act: string }
  >
>;
