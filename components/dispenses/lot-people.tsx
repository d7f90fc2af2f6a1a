'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { productText } from '#components/stock/product';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { listQuery } from '#lib/contract/base/list-query';
import { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { useDispenseColumns } from './dispense-columns.tsx';

type Props = { readonly stockItem: string; readonly lot: string; readonly count: number };

/** The people who received something of a lot, newest first. The view is logged. */
export function LotPeople({ stockItem, lot, count }: Props) {
  const t = useTranslations('pharmacy.lot');
  const list = useTranslations('list');
  const columns = useDispenseColumns();
  const query = useInfiniteQuery(listQuery(dispensesList, { stockItem, lot }));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="lot-people" className="flex flex-col gap-2">
      <h2 id="lot-people" className="font-semibold">
        {t('people', { count })}
      </h2>
      {query.isPending ? <RowSkeleton label={list('loading')} /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && rows.length === 0 ? <p className="text-ink-3">{t('nobody')}</p> : null}
      {rows.length === 0 ? null : (
        <DataTable
          label={t('people', { count })}
          columns={columns.filter(({ id }) => id !== 'lot' && id !== 'medicine')}
          rows={rows}
          idOf={(row) => row.id}
          textOf={(row) => productText(row.product) || row.id}
          hrefOf={(row) =>
            row.prescriptionId === null ? '/dispenses' : `/prescriptions/${encodeURIComponent(row.prescriptionId)}`
          }
        />
      )}
      <MoreRows query={query} className="" />
    </section>
  );
}
