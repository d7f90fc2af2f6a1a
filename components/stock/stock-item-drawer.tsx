'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { shortId } from '#components/prescriptions/person';
import { Drawer } from '#components/ui/dialog/drawer';
import { ErrorState } from '#components/ui/error-state';
import { CalendarDate } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import { listQuery } from '#lib/contract/base/list-query';
import { alertsList } from '#lib/contract/stock/alerts-list';
import { lotsList } from '#lib/contract/stock/lots-list';
import type { StockItemRow } from '#lib/contract/stock/stock';
import { LotAlerts } from './lot-alerts.tsx';
import { HoldBadge } from './lot-hold-badge.tsx';
import { Observed } from './observed.tsx';
import { Product } from './product.tsx';
import { StockBar } from './stock-bar.tsx';

/** One stock item beside the list: its bar, its observation, and each of its lots. */
export function StockItemDrawer({ row, onClose }: { readonly row: StockItemRow; readonly onClose: () => void }) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const query = useInfiniteQuery(listQuery(lotsList, { stockItem: row.id }));
  const alerts = useInfiniteQuery(listQuery(alertsList, { stockItemId: row.id }));
  const lots = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer
      title={<Product product={row.product} />}
      above={shortId(row.id)}
      closeLabel={list('close')}
      onClose={onClose}
    >
      <StockBar stock={row.stock} known={row.known} />
      {row.known ? null : (
        <Note tone="info" icon={Eye}>
          {t('stock.unknownAdvice')}
        </Note>
      )}
      {row.observed === null ? null : (
        <p>
          {t('stock.observed')} <Observed row={row} />
        </p>
      )}
      <h3 className="font-semibold">{t('stock.lots')}</h3>
      {query.isPending ? <RowSkeleton label={list('loading')} /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      <ul className="divide-y divide-line rounded-lg border border-line">
        {lots.map((lot) => (
          <li key={lot.id} className="flex flex-col gap-1 px-3 py-2">
            <span className="flex flex-wrap items-center gap-2">
              <Link prefetch={false} href={`/lots/${encodeURIComponent(lot.id)}`}>
                <code>{lot.lotNumber}</code>
              </Link>
              <HoldBadge hold={lot.hold} />
              <span className="ml-auto text-ink-2 text-sm">
                {lot.expiryDate === null ? <NotSupplied /> : <CalendarDate date={lot.expiryDate} />}
              </span>
            </span>
            <StockBar stock={lot.stock} known={lot.known} />
          </li>
        ))}
      </ul>
      {alerts.data ? <LotAlerts alerts={alerts.data.pages.flatMap((page) => page.items)} /> : null}
    </Drawer>
  );
}
