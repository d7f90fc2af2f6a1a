'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, Siren } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '#components/ui/badge';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { listQuery } from '#lib/contract/base/list-query';
import type { RecallRow } from '#lib/contract/recalls/recall';
import { recallStates } from '#lib/contract/recalls/recall-view';
import { recallsList } from '#lib/contract/recalls/recalls-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { NoticePaste } from './notice-paste.tsx';
import { RecalledMedicines } from './recalled-medicines.tsx';

const nameOf = ({ lots, id }: RecallRow): string =>
  lots.map(({ lot, stockItemId }) => lot ?? stockItemId).join(', ') || id;

function useRecallColumns(): readonly TableColumn<RecallRow>[] {
  const t = useTranslations('recalls');
  return useMemo(
    (): readonly TableColumn<RecallRow>[] => [
      {
        id: 'lots',
        label: t('column.lots'),
        rowHeader: true,
        cell: (row) => (
          <span className="block leading-tight">
            <WholeId id={nameOf(row)} />
            <RecalledMedicines lots={row.lots} />
          </span>
        ),
      },
      { id: 'reason', label: t('column.reason'), cell: ({ reason }) => reason ?? <NotSupplied /> },
      {
        id: 'class',
        label: t('column.class'),
        width: 'md:w-28',
        cell: ({ recallClass }) => (recallClass === null ? t('pending') : t('class', { recallClass })),
      },
      {
        id: 'since',
        sortsBy: 'recalledAt',
        label: t('column.since'),
        width: 'md:w-36',
        cell: (row) => <Moment at={row.recalledAt} />,
      },
      {
        id: 'people',
        label: t('column.people'),
        width: 'md:w-32',
        cell: ({ toContact, counts }) => t('toContactOf', { toContact, people: counts.people }),
      },
      {
        id: 'owner',
        label: t('column.owner'),
        width: 'md:w-40',
        cell: ({ owner }) => owner?.name ?? owner?.id ?? t('unassigned'),
      },
      {
        id: 'state',
        label: t('column.state'),
        width: 'md:w-28',
        cell: ({ state, reopened }) => (
          <Badge tone={state === 'open' ? 'bad' : 'good'} icon={state === 'open' ? Siren : CircleCheck}>
            {t(reopened ? 'state.reopened' : `state.${state}`)}
          </Badge>
        ),
      },
    ],
    [t],
  );
}

/** The tenant's recalls (a doctor's own), and a place to paste a notice. */
export function RecallList({ zone, acts }: { readonly zone: string; readonly acts: boolean }) {
  const t = useTranslations('recalls');
  const list = useTranslations('list');
  const { asked, set, sort, clear } = useListFilter(recallsList);
  const query = useInfiniteQuery(listQuery(recallsList, asked));
  const columns = useRecallColumns();
  return (
    <div className="flex flex-col gap-6">
      <div>
        <ListScreen<RecallRow>
          title={t('title')}
          advice={t('advice', { zone })}
          filterKey={JSON.stringify(asked)}
          filters={
            <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap gap-2">
              <FilterChip
                label={t('column.state')}
                anyLabel={list('any')}
                value={asked.state ?? null}
                options={recallStates.map((id) => ({ id, label: t(`state.${id}`) }))}
                onChange={(state) => set({ state })}
              />
            </search>
          }
          {...{ query, columns, sort }}
          onClear={clear}
          textOf={nameOf}
          hrefOf={({ id }) => `/recalls/${encodeURIComponent(id)}`}
          empty={{ title: t('nothing'), advice: t('nothingAdvice') }}
        />
      </div>
      {acts ? <NoticePaste /> : null}
    </div>
  );
}
