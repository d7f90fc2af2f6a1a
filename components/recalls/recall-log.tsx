'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { ExactMoment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import { recallLogQuery } from '#lib/contract/recalls/recall-queries';

/** The history of the case, newest first, as it is in the ledger. */
export function RecallLog({ id }: { readonly id: string }) {
  const t = useTranslations('recalls.log');
  const list = useTranslations('list');
  const query = useInfiniteQuery(recallLogQuery(id));
  if (query.isPending) return <RowSkeleton label={list('loading')} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState kind="nothing-yet" title={t('none')} />;
  return (
    <div className="flex flex-col gap-3">
      <ol className="divide-y divide-line rounded-lg border border-line bg-card px-4">
        {items.map(({ seq, at, title, facts, actor }) => (
          <li key={seq} className="py-2.5">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">{title}</span>
              <span className="text-ink-3 text-sm">
                <ExactMoment at={at} /> {actor ? `· ${actor}` : ''}
              </span>
            </div>
            <p className="break-words text-ink-2 text-sm">
              {facts.map(({ label, value }) => `${label}: ${value}`).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {query.hasNextPage ? (
        <div className="flex justify-center">
          <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
