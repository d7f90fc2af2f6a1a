'use client';

import { useTranslations } from 'next-intl';
import type { MailPreview } from '#lib/contract/mail/resend';

/** The email as the patient will get it, in their language; in a frame that may run and fetch nothing. */
export function MailPreviewBox({ preview }: { readonly preview: MailPreview }) {
  const t = useTranslations('resend');
  return (
    <details className="rounded-md">
      <summary className="cursor-pointer text-ink-2 text-sm">{t('preview')}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <p className="text-sm">
          <span className="text-ink-3">{t('subject')}</span> <span lang={preview.language}>{preview.subject}</span>
        </p>
        <iframe
          title={t('previewFrame')}
          sandbox=""
          srcDoc={preview.html}
          className="h-96 w-full rounded-md border border-line bg-card"
        />
        <details>
          <summary className="cursor-pointer text-ink-2 text-sm">{t('previewPlain')}</summary>
          <pre lang={preview.language} className="mt-1 whitespace-pre-wrap break-words text-sm">
            {preview.text}
          </pre>
        </details>
      </div>
    </details>
  );
}
