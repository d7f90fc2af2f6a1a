'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { SourceTested } from '#lib/contract/connections/source';

const statuses = [401, 404, 429, 503] as const;

/** The endpoint's answer to a signed sample, and the advice when it was refused. */
export function TestResult({ result }: { readonly result: SourceTested }) {
  const t = useTranslations('sources.tested');
  const accepted = result.status === 202 && result.quarantined === 0;
  const status = statuses.find((one) => one === result.status);
  return (
    <Note tone={accepted ? 'good' : 'bad'} icon={accepted ? CircleCheck : CircleX} role="status">
      {accepted ? (
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
