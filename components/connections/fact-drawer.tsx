'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { RowSkeleton } from '#components/ui/skeleton';
import { type FactFilter, factsQuery } from '#lib/contract/connections/legacy-subject-queries';

/** The facts that a number of the parity counts, each with the events that carried it. */
export function FactDrawer({ filter, onClose }: { readonly filter: FactFilter; readonly onClose: () => void }) {
  const t = useTranslations('names');
  const list = useTranslations('list');
  const query = useInfiniteQuery(factsQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer above={filter.type} title={t(`kind.${filter.kind}`)} closeLabel={list('close')} onClose={onClose}>
      {query.isPending ? (
        <RowSkeleton rows={4} label={list('loading')} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ul aria-label={t('facts')} className="divide-y divide-line rounded-lg border border-line text-sm">
          {rows.map((row) => (
            <li key={row.factKey} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
              <code className="min-w-0 break-all">{row.factKey}</code>
              <span className="ml-auto text-ink-3">
                <Moment at={row.firstAt} />
              </span>
              <span className="flex w-full flex-wrap gap-x-3 text-ink-2">
                <span>{row.source}</span>
                {row.legacySeq === null ? null : <Link href={`/events?open=${row.legacySeq}`}>{t('legacyEvent')}</Link>}
                {row.subjectSeq === null ? null : (
                  <Link href={`/events?open=${row.subjectSeq}`}>{t('subjectEvent')}</Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {list('more')}
        </Button>
      ) : null}
    </Drawer>
  );
}
