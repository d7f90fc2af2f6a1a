'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Moment } from '#components/ui/moment';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import type { LotDetail, MovementRow } from '#lib/contract/stock/stock';
import { Quantity } from './product.tsx';

/** The movements of a lot, newest first, with the balance after each: a count starts the sum anew. */
export function LotLedger({ lot }: { readonly lot: LotDetail }) {
  const t = useTranslations('pharmacy');
  const book = useTranslations('register');
  const columns = useMemo(
    (): readonly TableColumn<MovementRow>[] => [
      { id: 'when', label: t('column.when'), width: 'md:w-36', cell: (row) => <Moment at={row.at} /> },
      {
        id: 'kind',
        label: t('column.movement'),
        rowHeader: true,
        cell: (row) => (
          <span className="block leading-tight">
            {book(`kind.${row.kind}`)}
            {row.bucket === 'quarantine' ? <span className="text-ink-3"> · {t('lot.inQuarantine')}</span> : null}
            {row.detail === null ? null : <span className="block text-ink-3 text-xs">{row.detail}</span>}
          </span>
        ),
      },
      {
        id: 'quantity',
        label: t('column.quantity'),
        width: 'md:w-40',
        end: true,
        cell: (row) => (
          <span className="block leading-tight">
            <Quantity quantity={row.quantity} unit={row.unit} moved />
            {row.expected === null ? null : (
              <span className="block text-ink-3 text-xs">{t('lot.expected', { expected: row.expected })}</span>
            )}
          </span>
        ),
      },
      {
        id: 'after',
        label: t('column.after'),
        width: 'md:w-40',
        end: true,
        cell: (row) => <Quantity quantity={row.after} unit={row.unit} />,
      },
    ],
    [t, book],
  );
  return (
    <section aria-labelledby="lot-ledger" className="flex flex-col gap-2">
      <h2 id="lot-ledger" className="font-semibold">
        {t('lot.ledger')}
      </h2>
      {lot.movements.length === 0 ? (
        <p className="text-ink-3">{t('lot.noMovements')}</p>
      ) : (
        <DataTable
          label={t('lot.ledger')}
          columns={columns}
          rows={lot.movements}
          idOf={(row) => row.id}
          textOf={(row) => row.kind}
        />
      )}
      {lot.moreMovements ? (
        <p className="text-ink-3 text-sm">{t('lot.more', { count: lot.movements.length })}</p>
      ) : null}
    </section>
  );
}
