import type { LinkPurpose } from '#lib/domain/access/account-link';
import { mailFrame } from './mail-frame.ts';
import type { MailText } from './prescription-mail.ts';
import { accountWords } from './words/account-words.ts';

export type AccountMail = {
  readonly purpose: LinkPurpose;
  readonly clinic: string;
  readonly locale: 'en' | 'es';
  readonly name: string;
  readonly link: string;
  /** Hours that the link lasts. */
  readonly hours: number;
};

/** The mail that carries a one-time link, in both of its forms. */
export function accountMail({ purpose, clinic, locale, name, link, hours }: AccountMail): MailText {
  const t = accountWords[locale];
  const params = { clinic, name, hours };
  const subject = t[purpose].subject(params);
  const before = [t.greeting(params), t[purpose].what(params)];
  const after = [t.once(params), t.wrong];
  return {
    subject,
    text: `${[...before, link, ...after].join('\n\n')}\n`,
    html: mailFrame({ locale, subject, before, link: { href: link, label: t[purpose].act }, after }),
  };
}
