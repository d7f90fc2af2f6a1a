'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { sourcesQuery } from '#lib/contract/connections/source-queries';
import { NewSourceDialog } from './new-source-dialog.tsx';
import { SecretOnce } from './secret-once.tsx';
import { SourceCard } from './source-card.tsx';

/** The sources of the tenant. */
export function SourceList() {
  const t = useTranslations('sources');
  const list = useTranslations('list');
  const query = useQuery(sourcesQuery);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice')}</p>
        <Button look="primary" className="no-print ml-auto" onPress={() => setAdding(true)}>
          <Plus aria-hidden /> {t('new.open')}
        </Button>
      </div>
      {body()}
      {adding ? (
        <NewSourceDialog
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {secret === null ? null : <SecretOnce secret={secret} onClose={() => setSecret(null)} />}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton rows={3} label={list('loading')} />;
    if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (query.data.items.length === 0)
      return <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />;
    return (
      <ul aria-label={t('title')} className="flex flex-col gap-3">
        {query.data.items.map((source) => (
          <SourceCard key={source.id} source={source} onSecret={setSecret} />
        ))}
      </ul>
    );
  }
}
