import type { Locale } from '#lib/domain/base/locale';
import type { MailText } from './prescription-mail.ts';
import { wordsOf } from './words/words-of.ts';

/** The sender of a recall letter, and its language. No medicine, no name: the address may be a stranger's. */
export type LetterContent = {
  readonly clinic: string;
  readonly locale: Locale;
  readonly medicines: readonly string[];
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

/** The letter about recalled lots, in both of its forms; `lots` empty: no number identifies the recalled packages. */
export function recallLetter({ clinic, locale, medicines }: LetterContent, lots: readonly string[]): MailText {
  const t = wordsOf[locale].recall;
  const params = { clinic, lots: lots.join(', ') };
  const named = medicines.length === 0 ? [] : [`${t.medicines}: ${medicines.join(', ')}`];
  const what = lots.length === 0 ? t.all(params) : t.what(params);
  const act = lots.length === 0 ? t.ask(params) : t.act;
  const lines = [t.greeting, what, ...named, act, t.wrong, t.call(params)];
  const subject = t.subject(params);
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f5f4f0;color:#1d1f20;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff">
${lines.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`).join('\n')}
</div></body></html>
`;
  return { subject, text: `${lines.join('\n\n')}\n`, html };
}
