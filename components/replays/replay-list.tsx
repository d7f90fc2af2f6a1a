'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { BookOpenCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ReplayState } from '#components/replays/replay-state';
import { ButtonLink } from '#components/ui/button';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { listQuery } from '#lib/contract/base/list-query';
import type { ReplayRow } from '#lib/contract/replays/replay';
import { reinterpretPath } from '#lib/contract/replays/replay-queries';
import { replaysList } from '#lib/contract/replays/replays-list';
import { replayStates } from '#lib/domain/replays/replay';
import { useListFilter } from '../ui/table/use-list-filter.ts';

function useColumns(): readonly TableColumn<ReplayRow>[] {
  const t = useTranslations('replays');
  return useMemo(
    (): readonly TableColumn<ReplayRow>[] => [
      {
        id: 'name',
        label: t('column.name'),
        rowHeader: true,
        cell: ({ name, reason }) => (
          <span className="block">
            <b>{name}</b> <span className="text-ink-3">{reason}</span>
          </span>
        ),
      },
      { id: 'state', label: t('column.state'), width: 'md:w-32', cell: ({ state }) => <ReplayState state={state} /> },
      {
        id: 'total',
        label: t('column.total'),
        width: 'md:w-24',
        end: true,
        cell: ({ total }) => t('number', { count: total }),
      },
      {
        id: 'outcome',
        label: t('column.outcome'),
        width: 'md:w-64',
        cell: ({ startedAt, done, failed, skipped }) =>
          startedAt === null ? t('notBegun') : t('outcomes', { done, failed, skipped }),
      },
      {
        id: 'by',
        label: t('column.by'),
        width: 'md:w-44',
        cell: ({ createdBy, startedBy }) => <span className="block">{startedBy ?? createdBy}</span>,
      },
      {
        id: 'at',
        sortsBy: 'created',
        label: t('column.at'),
        width: 'md:w-36',
        cell: ({ createdAt }) => <Moment at={createdAt} />,
      },
    ],
    [t],
  );
}

/** Every replay that was previewed or run, newest first: permanent. */
export function ReplayList() {
  const t = useTranslations('replays');
  const list = useTranslations('list');
  const { asked, set, sort, clear } = useListFilter(replaysList);
  const query = useInfiniteQuery(listQuery(replaysList, asked));
  return (
    <ListScreen<ReplayRow>
      title={t('title')}
      advice={t('advice')}
      filterKey={JSON.stringify(asked)}
      filters={
        <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap gap-2">
          <FilterChip
            label={t('column.state')}
            anyLabel={list('any')}
            value={asked.state ?? null}
            options={replayStates.map((id) => ({ id, label: t(`state.${id}`) }))}
            onChange={(value) => set({ state: value })}
          />
          <ButtonLink href={reinterpretPath}>
            <BookOpenCheck aria-hidden /> {t('new.rereadOpen')}
          </ButtonLink>
        </search>
      }
      query={query}
      columns={useColumns()}
      onClear={clear}
      sort={sort}
      textOf={({ name }) => name}
      hrefOf={({ id }) => `/replays/${id}`}
      empty={{ title: t('nothing'), advice: t('nothingAdvice') }}
    />
  );
}
