'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { CsvLink } from '#components/ui/csv-link';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { shortId } from './person.tsx';
import { usePrescriptionColumns } from './prescription-columns.tsx';
import { PrescriptionFilters } from './prescription-filters.tsx';

const idOf = (row: PrescriptionRow): string => row.id;

export function PrescriptionList({ zone, own }: { readonly zone: string; readonly own: boolean }) {
  const t = useTranslations('prescriptions');
  const list = useTranslations('list');
  const { asked, texts, set, clear } = useListFilter(prescriptionsList);
  const columns = usePrescriptionColumns();
  const query = useInfiniteQuery(listQuery(prescriptionsList, asked));
  const { shown, waiting, show } = useStableRows(JSON.stringify(asked), query, idOf);

  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t(own ? 'own' : 'all', { zone })}</p>
        <CsvLink href={fileOf(prescriptionsList, asked)} />
      </div>
      <PrescriptionFilters {...{ asked, texts, set, clear }} />
      <WaitingRows count={waiting} onShow={show} />
      {body()}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
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
          idOf={idOf}
          textOf={(row) => row.code ?? shortId(row.id)}
          hrefOf={(row) => `/prescriptions/${encodeURIComponent(row.id)}`}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
