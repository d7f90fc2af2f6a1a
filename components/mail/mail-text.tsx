'use client';

import { useTranslations } from 'next-intl';
import { ExactMoment } from '#components/ui/moment';
import type { OpenMail } from '#lib/contract/mail/inbox';

/** One email as its reader sees it, in a frame that may run and fetch nothing; its text and headers below. */
export function MailText({ mail }: { readonly mail: OpenMail }) {
  const t = useTranslations('inbox');
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-card p-4">
      <h2 className="break-words font-semibold text-lg">{mail.subject}</h2>
      <p className="text-ink-2 text-sm">
        {mail.from} → <span className="break-all">{mail.recipient}</span> · <ExactMoment at={mail.receivedAt} />
      </p>
      {mail.html === null ? null : (
        <iframe
          key={mail.id}
          title={t('html')}
          sandbox=""
          srcDoc={mail.html}
          className="h-130 w-full rounded-md border border-line"
        />
      )}
      <details open={mail.html === null}>
        <summary className="cursor-pointer text-ink-2 text-sm">{t('text')}</summary>
        <pre className="mt-1 whitespace-pre-wrap break-words text-sm">{mail.text}</pre>
      </details>
      <details>
        <summary className="cursor-pointer text-ink-2 text-sm">{t('source')}</summary>
        <dl className="mt-1 text-sm">
          {mail.headers.map(({ name, value }) => (
            <div key={`${name} ${value}`} className="flex gap-2">
              <dt className="shrink-0 text-ink-3">{name}</dt>
              <dd className="min-w-0 break-all font-mono text-xs">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}
