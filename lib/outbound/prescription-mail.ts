import { type Locale, languages } from '#lib/domain/base/locale';
import { wordsOf } from './words/words-of.ts';

/** The content of the email. `medicines` is empty unless the tenant allows their names; a patient's name is never in it: the address may be a stranger's. */
export type PrescriptionMail = {
  /** The code that the pharmacy finds it by: never an id of a system's records. */
  readonly code: string;
  readonly prescriber: string | null;
  readonly issuedAt: string | null;
  readonly medicines: readonly string[];
  readonly clinic: string;
  readonly timeZone: string;
  readonly locale: Locale;
};

export type MailText = { readonly subject: string; readonly text: string; readonly html: string };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** The line with the prescriber and the time of issue, as far as they are known. */
export function issuedLine({
  locale,
  clinic,
  prescriber,
  issuedAt,
  timeZone,
}: Omit<PrescriptionMail, 'code' | 'medicines'>): string {
  const t = wordsOf[locale].prescription;
  const date = issuedAt === null ? null : dateIn(timeZone, languages[locale].tag, issuedAt);
  if (prescriber === null)
    return date === null ? t.issuedByClinicUndated({ clinic }) : t.issuedByClinic({ clinic, date });
  return date === null ? t.issuedUndated({ prescriber, clinic }) : t.issued({ prescriber, clinic, date });
}

/** The patient's notification, in both of its forms. */
export function prescriptionMail(mail: PrescriptionMail): MailText {
  const { locale, clinic, medicines, code } = mail;
  const t = wordsOf[locale].prescription;
  const issued = issuedLine(mail);
  const subject = t.subject({ code, clinic });
  const after = [t.keep, t.wrong, t.automatic({ clinic })];
  const text = [
    t.greeting,
    issued,
    `${t.code}: ${code}`,
    `${t.pharmacy}: ${t.show}`,
    ...(medicines.length === 0 ? [] : [[`${t.medicines}:`, ...medicines.map((one) => `- ${one}`)].join('\n')]),
    ...after,
  ].join('\n\n');
  const p = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`;
  const list = `<ul style="margin:0 0 16px;padding-left:20px">${medicines.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`;
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f5f4f0;color:#1d1f20;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff">
${p(escaped(t.greeting))}
${p(escaped(issued))}
<div style="margin:0 0 16px;padding:16px;border:1px solid #d8d4ca;border-radius:8px;text-align:center">
<div style="font-size:13px;color:#5b5f62">${escaped(t.code)}</div>
<div style="font:600 24px/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:1px;overflow-wrap:anywhere">${escaped(code)}</div>
</div>
${p(`<strong>${escaped(t.pharmacy)}.</strong> ${escaped(t.show)}`)}
${medicines.length === 0 ? '' : `${p(`<strong>${escaped(t.medicines)}</strong>`, 'margin-bottom:4px;')}\n${list}`}
${after.map((line) => p(escaped(line), 'font-size:13px;color:#5b5f62;')).join('\n')}
</div></body></html>
`;
  return { subject, text: `${text}\n`, html };
}

function dateIn(timeZone: string, tag: string, at: string): string {
  return new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'long' }).format(new Date(at));
}
