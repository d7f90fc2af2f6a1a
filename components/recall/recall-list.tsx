'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Siren } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { NoticePaste } from '#components/recall/notice-paste';
import { Badge } from '#components/ui/badge';
import { DataTable, type TableColumn } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { RowSkeleton } from '#components/ui/skeleton';
import type { RecallRow } from '#lib/queries/recall';
import { recallsQuery } from '#lib/queries/recall-queries';

const nameOf = ({ lots, id }: RecallRow): string =>
  lots.map(({ lot, stockItemId }) => lot ?? stockItemId).join(', ') || id;

/** The tenant's recalls (a doctor's own), and a place to paste a notice. */
export function RecallList({ zone, acts }: { readonly zone: string; readonly acts: boolean }) {
  const t = useTranslations('recalls');
  const list = useTranslations('list');
  const query = useQuery(recallsQuery);
  const columns = useMemo(
    (): readonly TableColumn<RecallRow>[] => [
      {
        id: 'lots',
        label: t('column.lots'),
        rowHeader: true,
        cell: (row) => (
          <span className="block truncate">
            <code>{nameOf(row)}</code> <span className="text-ink-3">{row.lots[0]?.product ?? ''}</span>
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
      { id: 'since', label: t('column.since'), width: 'md:w-36', cell: (row) => <Moment at={row.recalledAt} /> },
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
        cell: ({ state }) => (
          <Badge tone={state === 'open' ? 'bad' : 'good'} icon={state === 'open' ? Siren : CircleCheck}>
            {t(`state.${state}`)}
          </Badge>
        ),
      },
    ],
    [t],
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice', { zone })}</p>
      </div>
      <div className="flex flex-col gap-6">
        {body()}
        {acts ? <NoticePaste /> : null}
      </div>
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} rows={3} />;
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (query.data.items.length === 0)
      return <EmptyState kind="nothing-yet" title={t('nothing')} advice={t('nothingAdvice')} />;
    return (
      <DataTable
        label={t('title')}
        columns={columns}
        rows={query.data.items}
        idOf={({ id }) => id}
        textOf={nameOf}
        hrefOf={({ id }) => `/recalls/${encodeURIComponent(id)}`}
      />
    );
  }
}
