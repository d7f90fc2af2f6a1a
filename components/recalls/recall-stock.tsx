'use client';

import { CircleCheck, CircleDashed, LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CountDialog } from '#components/stock/count-dialog';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { MedicineName } from '#components/ui/medicine-name';
import { CalendarDate } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import type { RecallDetail, StockOfLot } from '#lib/contract/recalls/recall';
import { rowId } from '#lib/domain/base/json/row-id';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';

const idOf = ({ stockItemId, lot }: StockOfLot): string => rowId(stockItemId, lot);

/** The lots wherever they are, and whether each is quarantined and accounted for: by recorded stock, else by a count made here. */
export function RecallStock({ recall: { id, stock } }: { readonly recall: RecallDetail }) {
  const t = useTranslations('recalls.stock');
  const [counting, setCounting] = useState<StockOfLot | null>(null);
  const amountOf = useAmount();
  const quantityOf = useQuantity();
  const columns = useMemo(
    (): readonly TableColumn<StockOfLot>[] => [
      {
        id: 'lot',
        label: t('lot'),
        width: 'md:w-40',
        rowHeader: true,
        cell: (row) =>
          row.lot === '' ? (
            t('noLot')
          ) : (
            <Link prefetch={false} href={`/lots/${encodeURIComponent(idOf(row))}`}>
              <code className="wrap-anywhere">{row.lot}</code>
            </Link>
          ),
      },
      {
        id: 'where',
        label: t('where'),
        cell: ({ product, stockItemId, location, named }) => (
          <span className="block">
            <MedicineName name={product} code={stockItemId} />{' '}
            {location ? <code className="text-ink-3">{location}</code> : null}
            {named ? null : <span className="block text-ink-3 text-xs">{t('elsewhere')}</span>}
          </span>
        ),
      },
      {
        id: 'hold',
        label: t('hold'),
        width: 'md:w-36',
        cell: ({ hold }) => (
          <Badge tone={hold === 'free' ? 'bad' : 'good'} icon={hold === 'free' ? LockKeyholeOpen : LockKeyhole}>
            {t(hold)}
          </Badge>
        ),
      },
      {
        id: 'amount',
        label: t('amount'),
        width: 'md:w-40',
        cell: ({ amounts, known }) =>
          amounts.length === 0
            ? t(known ? 'empty' : 'unknown')
            : amounts
                .map(
                  ({ bucket, quantity, unit }) =>
                    `${amountOf(quantityOf(quantity), unit, quantity)} ${t('bucket', { bucket })}`,
                )
                .join(' · '),
      },
      {
        id: 'expires',
        label: t('expires'),
        width: 'md:w-32',
        cell: ({ expiryDate }) => (expiryDate === null ? <NotSupplied /> : <CalendarDate date={expiryDate} />),
      },
      {
        id: 'accounted',
        label: t('accounted'),
        width: 'md:w-44',
        cell: (row) => (
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={row.accounted ? 'good' : 'warn'} icon={row.accounted ? CircleCheck : CircleDashed}>
              {t(row.accounted ? 'yes' : 'no')}
            </Badge>
            {row.accounted ? null : (
              <Button
                className="no-print"
                aria-label={t('countOf', { lot: row.lot || t('noLot') })}
                onPress={() => setCounting(row)}
              >
                {t('count')}
              </Button>
            )}
          </span>
        ),
      },
    ],
    [t, amountOf, quantityOf],
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-3 text-sm">{t('advice')}</p>
      <DataTable label={t('accounted')} columns={columns} rows={stock} idOf={idOf} textOf={({ lot }) => lot} />
      {counting ? (
        <CountDialog
          stockItemId={counting.stockItemId}
          lotNumber={counting.lot || null}
          unit={counting.amounts[0]?.unit ?? ''}
          stale={['recall', id]}
          onClose={() => setCounting(null)}
        />
      ) : null}
    </div>
  );
}
