'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { SourceTested } from '#lib/contract/connections/source';

const told = [401, 404, 429, 503] as const;

/** The endpoint's answer to a signed sample, and the advice when it was refused. */
export function TestResult({ result }: { readonly result: SourceTested }) {
  const t = useTranslations('sources.tested');
  const kept = result.status === 202 && result.quarantined === 0;
  const status = told.find((one) => one === result.status);
  return (
    <Note tone={kept ? 'good' : 'bad'} icon={kept ? CircleCheck : CircleX} role="status">
      {kept ? (
        <>
          {t('kept')} <Link href={`/events?q=${encodeURIComponent(result.messageId)}`}>{t('open')}</Link>
        </>
      ) : result.status === 202 ? (
        <>
          {t('quarantined')} <Link href={`/events?q=${encodeURIComponent(result.messageId)}`}>{t('open')}</Link>
        </>
      ) : (
        t(status === undefined ? 'other' : `no.${status}`, { status: result.status })
      )}
    </Note>
  );
}
