'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { SortChip } from '#components/ui/table/sort-chip';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import { listQuery } from '#lib/contract/base/list-query';
import type { EventRow } from '#lib/contract/ledger/event';
import { eventsList } from '#lib/contract/ledger/events-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { useEventColumns } from './event-columns.tsx';
import { EventFilters } from './event-filters.tsx';
import { useFollow } from './use-follow.ts';
import { useOpenEvent } from './use-open-event.ts';

const EventDrawer = dynamic(() => import('./event-drawer.tsx').then((module) => module.EventDrawer), {
  ssr: false,
});

const idOf = (row: EventRow): string => String(row.seq);

/** Every event as it came, newest first unless asked otherwise, with what became of it. */
export function EventStream({ zone }: { readonly zone: string }) {
  const t = useTranslations('events');
  const list = useTranslations('list');
  const { asked, texts, set, sort, clear } = useListFilter(eventsList);
  const { open, openEvent } = useOpenEvent();
  const follow = useFollow(open !== null);
  const columns = useEventColumns();
  const query = useInfiniteQuery(listQuery(eventsList, asked));
  const { fresh, shown, waiting, show } = useStableRows(JSON.stringify(asked), query, idOf, follow.following);
  const [firstSeen, setFirstSeen] = useState<number | null>(null);
  if (firstSeen === null && query.data) setFirstSeen(fresh.reduce((last, { seq }) => Math.max(last, seq), 0));

  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice', { zone })}</p>
        <Button className="no-print ml-auto" aria-pressed={follow.wanted} onPress={() => follow.setWanted((on) => !on)}>
          {follow.wanted ? <Pause aria-hidden /> : <Play aria-hidden />}
          {t(follow.wanted ? 'following' : 'follow')}
        </Button>
      </div>
      <EventFilters {...{ asked, texts, set, clear }} seen={fresh} />
      {sort ? <SortChip columns={columns} sort={sort} /> : null}
      <WaitingRows count={waiting} onShow={show} />
      <div ref={follow.list}>{body()}</div>
      {open === null ? null : <EventDrawer seq={open} onOpen={openEvent} onClose={() => openEvent(null)} />}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} rows={12} />;
    if (query.isError && shown.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (shown.length === 0 && clear)
      return (
        <EmptyState
          kind="no-match"
          title={t('noMatch')}
          advice={t('noMatchAdvice')}
          action={<Button onPress={clear}>{list('clear')}</Button>}
        />
      );
    if (shown.length === 0)
      return <EmptyState kind="nothing-yet" title={t('nothingYet')} advice={t('nothingYetAdvice')} />;
    return (
      <>
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          sort={sort}
          idOf={idOf}
          textOf={(row) => row.type ?? row.messageId}
          onOpen={(row) => openEvent(row.seq)}
          openId={open === null ? null : String(open)}
          isNew={(row) => firstSeen !== null && row.seq > firstSeen}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
