'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsIsoDateTime, useQueryState } from 'nuqs';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import type { TimelineItem } from '#lib/contract/prescriptions/prescription';
import { timelineQuery } from '#lib/contract/prescriptions/prescription-queries';
import { lanes } from '#lib/domain/ledger/timeline';
import { Entry } from './entry.tsx';
import { EntryTime } from './entry-time.tsx';
import { laneIcons } from './lanes.ts';

const none: readonly TimelineItem[] = [];

/** Everything known about a prescription, newest first, in four lanes down one line of time. `raw`: the account may open raw events. */
export function Timeline({ id, raw }: { readonly id: string; readonly raw: boolean }) {
  const t = useTranslations('timeline');
  const list = useTranslations('list');
  const [knownAt] = useQueryState('knownAt', parseAsIsoDateTime);
  const query = useInfiniteQuery({
    ...timelineQuery(id, knownAt?.toISOString() ?? null),
    placeholderData: (previous) => previous,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? none, [query.data]);
  const [firstSeen, setFirstSeen] = useState<number | null>(null);
  if (firstSeen === null && query.data) setFirstSeen(newest(items));

  if (query.isPending) return <RowSkeleton rows={6} label={list('loading')} />;
  if (query.isError && items.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0)
    return <EmptyState kind="nothing-yet" title={t('nothingYet')} advice={t('nothingYetAdvice')} />;
  return (
    <section aria-label={t('title')} className="overflow-clip rounded-lg border border-line bg-card">
      <LaneHeads />
      <div className="relative">
        <LaneGround />
        <ol className="relative pb-2">
          {items.map((item) => (
            <li key={item.seq} className="grid lg:grid-cols-[104px_repeat(4,minmax(0,1fr))]">
              <EntryTime at={item.occurredAt} />
              <Entry item={item} isNew={firstSeen !== null && item.seq > firstSeen} raw={raw} />
            </li>
          ))}
        </ol>
      </div>
      {query.hasNextPage ? (
        <div className="flex justify-center border-line border-t p-3">
          <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
            {t('older')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function newest(items: readonly TimelineItem[]): number {
  return Math.max(0, ...items.flatMap((item) => [item.seq, ...item.sources.map((source) => source.seq)]));
}

function LaneHeads() {
  const t = useTranslations('timeline');
  return (
    <div
      aria-hidden
      className="sticky top-14 z-10 grid grid-cols-[104px_repeat(4,minmax(0,1fr))] border-line border-b bg-card max-lg:hidden"
    >
      <span />
      {lanes.map((lane) => {
        const Icon = laneIcons[lane];
        return (
          <span key={lane} className="flex items-center gap-1.5 px-3 py-2.5 font-semibold text-ink-2 text-xs">
            <Icon /> {t(`lane.${lane}`)}
          </span>
        );
      })}
    </div>
  );
}

/** The lanes themselves: a faint ground under every other one, and the line that entries hang on. */
function LaneGround() {
  return (
    <div aria-hidden className="absolute inset-0 grid grid-cols-[104px_repeat(4,minmax(0,1fr))] max-lg:hidden">
      <span />
      {lanes.map((lane) => (
        <span key={lane} className="flex justify-center odd:bg-transparent even:bg-lane">
          <span className="w-px bg-line" />
        </span>
      ))}
    </div>
  );
}
