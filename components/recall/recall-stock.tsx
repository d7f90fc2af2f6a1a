'use client';

import { CircleCheck, CircleDashed, LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '#components/ui/badge';
import { DataTable, type TableColumn } from '#components/ui/data-table';
import { CalendarDate } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { rowId } from '#lib/domain/row-id';
import type { RecallDetail, StockOfLot } from '#lib/queries/recall';
import { useAmount, useQuantity } from '../prescription/quantity.ts';

const idOf = ({ stockItemId, lot }: StockOfLot): string => rowId(stockItemId, lot);

/** The lots wherever they lie, and whether each is held back and accounted for. */
export function RecallStock({ stock }: { readonly stock: RecallDetail['stock'] }) {
  const t = useTranslations('recalls.stock');
  const amountOf = useAmount();
  const quantityOf = useQuantity();
  const columns = useMemo(
    (): readonly TableColumn<StockOfLot>[] => [
      {
        id: 'lot',
        label: t('lot'),
        rowHeader: true,
        cell: (row) => (
          <Link prefetch={false} href={`/lots/${encodeURIComponent(idOf(row))}`}>
            <code>{row.lot}</code>
          </Link>
        ),
      },
      {
        id: 'where',
        label: t('where'),
        cell: ({ product, stockItemId, location, named }) => (
          <span className="block">
            {product ?? <code>{stockItemId}</code>} {location ? <code className="text-ink-3">{location}</code> : null}
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
        cell: ({ amounts }) =>
          amounts.length === 0
            ? t('empty')
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
        width: 'md:w-32',
        cell: ({ accounted }) => (
          <Badge tone={accounted ? 'good' : 'warn'} icon={accounted ? CircleCheck : CircleDashed}>
            {t(accounted ? 'yes' : 'no')}
          </Badge>
        ),
      },
    ],
    [t, amountOf, quantityOf],
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-3 text-sm">{t('advice')}</p>
      <DataTable label={t('accounted')} columns={columns} rows={stock} idOf={idOf} textOf={({ lot }) => lot} />
    </div>
  );
}
