import type { LinkPurpose } from '#lib/domain/access/account-link';
import type { Locale } from '#lib/domain/base/locale';
import { mailFrame } from './mail-frame.ts';
import type { MailText } from './prescription-mail.ts';
import { wordsOf } from './words/words-of.ts';

export type AccountMail = {
  readonly purpose: LinkPurpose;
  readonly clinic: string;
  readonly locale: Locale;
  readonly name: string;
  readonly link: string;
  /** Hours that the link lasts. */
  readonly hours: number;
};

/** The mail that carries a one-time link, in both of its forms. */
export function accountMail({ purpose, clinic, locale, name, link, hours }: AccountMail): MailText {
  const t = wordsOf[locale].account;
  const said = { clinic, name, hours };
  const subject = t[purpose].subject(said);
  const before = [t.greeting(said), t[purpose].what(said)];
  const after = [t.once(said), t.wrong];
  return {
    subject,
    text: `${[...before, link, ...after].join('\n\n')}\n`,
    html: mailFrame({ locale, subject, before, link: { href: link, label: t[purpose].act }, after }),
  };
}
