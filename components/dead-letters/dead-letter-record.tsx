'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Amendments } from '#components/dead-letters/amendments';
import { EventPayload } from '#components/ledger/event-payload';
import { CopyButton } from '#components/ui/copy-button';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { deadLetterQuery } from '#lib/contract/dead-letters/dead-letter-queries';
import { DeadLetterActions } from './dead-letter-actions.tsx';
import { DeadLetterFacts } from './dead-letter-facts.tsx';
import { LetterHistory } from './dead-letter-history.tsx';
import { SettleDialog, type SettlingLetters } from './settle-dead-letters-dialog.tsx';

/** One dead letter whole: its fault, its bytes for a reason, its amendments, and its whole history. */
export function DeadLetterRecord({ seq }: { readonly seq: number }) {
  const t = useTranslations('deadLetters.one');
  const list = useTranslations('list');
  const query = useQuery(deadLetterQuery(seq));
  const [settling, setSettling] = useState<SettlingLetters | null>(null);
  const letter = query.data;
  return (
    <>
      <Link
        prefetch={false}
        href="/dead-letters"
        className="no-print mb-2 inline-flex items-center gap-1.5 text-ink-2 text-sm"
      >
        <ArrowLeft aria-hidden /> {t('back')}
      </Link>
      <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight">{letter?.type ?? t('title')}</h1>
        <p className="text-ink-3">{t('number', { seq: String(seq) })}</p>
        <div className="no-print ml-auto flex flex-wrap gap-2">
          {letter ? <DeadLetterActions letter={letter} onSettle={setSettling} /> : null}
          <CopyButton label={t('copyLink')} text={() => window.location.href} />
        </div>
      </div>
      {query.isPending ? <RowSkeleton rows={6} label={list('loading')} /> : null}
      {query.isError && !letter ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {letter ? (
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-6 max-lg:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-4">
            <Amendments letter={letter} />
            <EventPayload seq={seq} bytes={letter.bytes} retainUntil={letter.retainUntil} />
          </div>
          <div className="flex min-w-0 flex-col gap-4 max-lg:order-first">
            <DeadLetterFacts letter={letter} />
            <LetterHistory letter={letter} />
          </div>
        </div>
      ) : null}
      {settling ? (
        <SettleDialog {...settling} onDone={() => setSettling(null)} onClose={() => setSettling(null)} />
      ) : null}
    </>
  );
}
