import type { Locale } from '#lib/domain/base/locale';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

type Frame = {
  readonly locale: Locale;
  readonly subject: string;
  readonly before: readonly string[];
  readonly link: { readonly href: string; readonly label: string };
  readonly after: readonly string[];
};

/** A short mail with one button, the address of it also in words. */
export function mailFrame({ locale, subject, before, link, after }: Frame): string {
  const p = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`;
  const href = escaped(link.href);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f5f4f0;color:#1d1f20;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff">
${before.map((line) => p(escaped(line))).join('\n')}
${p(`<a href="${href}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#1f5b4d;color:#ffffff;text-decoration:none">${escaped(link.label)}</a>`)}
${p(href, 'font-size:13px;color:#5b5f62;overflow-wrap:anywhere;')}
${after.map((line) => p(escaped(line), 'font-size:13px;color:#5b5f62;')).join('\n')}
</div></body></html>
`;
}
