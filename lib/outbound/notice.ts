import type { JsonObject } from '#lib/domain/base/json/json';
import { type Locale, languages } from '#lib/domain/base/locale';
import type { OpsAlertKind, OpsFigures } from '#lib/domain/flow/ops-alert';
import { wordsOf } from './words/words-of.ts';

/** The content of a notice to an admin: codes, numbers, times, and the names of sources; it has no field for anything of a patient. */
export type NoticeContent = {
  readonly moment: 'opened' | 'recovered' | 'test';
  readonly locale: Locale;
  readonly clinic: string;
  readonly timeZone: string;
  readonly alert: {
    readonly id: string;
    readonly kind: OpsAlertKind;
    readonly sourceKey: string | null;
    readonly sourceName: string | null;
    readonly since: string;
    readonly openedAt: string;
    readonly recoveredAt: string | null;
    readonly figures: OpsFigures;
  } | null;
};

export type NoticeText = { readonly subject: string; readonly text: string; readonly html: string };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

function whatOf({ locale, alert }: NoticeContent): string {
  if (!alert) return '';
  const { figures } = alert;
  const seconds = figures['quietSeconds'] ?? figures['oldestSeconds'] ?? 0;
  return wordsOf[locale].notice.what[alert.kind]({
    source: alert.sourceName ?? alert.sourceKey ?? '',
    minutes: Math.max(1, Math.round(seconds / 60)),
    count:
      figures['deadLately'] ??
      figures['refusedLately'] ??
      figures['queued'] ??
      figures['unsent'] ??
      figures['failing'] ??
      0,
    usual: figures['usualMinutes'] ?? null,
  });
}

function linesOf(notice: NoticeContent): { subject: string; lines: readonly string[] } {
  const { moment, clinic, locale, timeZone, alert } = notice;
  const t = wordsOf[locale].notice;
  if (moment === 'test' || !alert) return { subject: t.test({ clinic }), lines: [t.testSaid] };
  const at = (instant: string) =>
    new Intl.DateTimeFormat(languages[locale].tag, { timeZone, dateStyle: 'medium', timeStyle: 'long' }).format(
      new Date(instant),
    );
  const what = whatOf(notice);
  if (moment === 'opened')
    return { subject: t.opened({ clinic, what }), lines: [`${what}.`, t.since({ at: at(alert.since) })] };
  const to = alert.recoveredAt ?? alert.openedAt;
  return {
    subject: t.recovered({ clinic, what }),
    lines: [`${what}.`, t.until({ from: at(alert.since), to: at(to) })],
  };
}

/** The mail, in both of its forms. `home`: where people open the product; left out: no link. */
export function noticeMail(notice: NoticeContent, home: string | undefined): NoticeText {
  const { locale, clinic, moment } = notice;
  const t = wordsOf[locale].notice;
  const { subject, lines } = linesOf(notice);
  const link = home === undefined ? null : new URL('/flow', home).href;
  const after = [...(moment === 'test' ? [] : [t.once]), t.why({ clinic })];
  const text = [...lines, ...(link === null ? [] : [`${t.look} ${link}`]), ...after].join('\n\n');
  const p = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`;
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f5f4f0;color:#1d1f20;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff">
${lines.map((line) => p(escaped(line))).join('\n')}
${link === null ? '' : p(`${escaped(t.look)} <a href="${escaped(link)}">${escaped(link)}</a>`)}
${after.map((line) => p(escaped(line), 'font-size:13px;color:#5b5f62;')).join('\n')}
</div></body></html>
`;
  return { subject, text: `${text}\n`, html };
}

/** The same for a system: codes and numbers. */
export function noticeEvent({ moment, alert }: NoticeContent): JsonObject {
  const timestamp = (moment === 'recovered' ? alert?.recoveredAt : alert?.openedAt) ?? new Date().toISOString();
  if (!alert) return { type: 'scriptline.alert.test', timestamp, data: {} };
  const { id, kind, sourceKey, since, openedAt, recoveredAt, figures } = alert;
  return {
    type: `scriptline.alert.${moment}`,
    timestamp,
    data: { alertId: id, kind, source: sourceKey, since, openedAt, recoveredAt, figures },
  };
}
