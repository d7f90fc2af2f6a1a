'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ShoppingCart, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { shortId } from '#components/prescriptions/person';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { SearchField } from '#components/ui/field/search-field';
import { FilterChip } from '#components/ui/filter-chip';
import { CalendarDate } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { StockItemRow } from '#lib/contract/stock/stock';
import { stockItemsList } from '#lib/contract/stock/stock-items-list';
import { demandDays } from '#lib/domain/stock/demand';
import { stockShows } from '#lib/domain/stock/stock-filter';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { LocationFilter } from './location-filter.tsx';
import { Observed } from './observed.tsx';
import { Product, productText, Quantity } from './product.tsx';
import { StockBar } from './stock-bar.tsx';
import { Cover } from './stock-cover.tsx';
import { StockItemDrawer } from './stock-item-drawer.tsx';

function useStockColumns(): readonly TableColumn<StockItemRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(
    () => [
      {
        id: 'item',
        sortsBy: 'name',
        label: t('column.item'),
        width: 'md:w-64',
        rowHeader: true,
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <Product product={row.product} />
            <WholeId className="text-ink-3 text-xs" id={shortId(row.id)} />
          </span>
        ),
      },
      { id: 'stock', label: t('column.parts'), cell: (row) => <StockBar stock={row.stock} known={row.known} /> },
      {
        id: 'point',
        label: t('column.reorderPoint'),
        width: 'md:w-36',
        cell: (row) => (
          <span className="flex flex-col items-start gap-1">
            <Quantity quantity={row.reorderPoint} unit={row.unit} />
            {row.below ? (
              <Badge tone="warn" icon={ShoppingCart}>
                {t(row.belowBy === 'books' ? 'stock.below' : 'stock.belowObserved')}
              </Badge>
            ) : null}
            {row.belowBy === 'alert' ? (
              <span className="text-ink-3 text-xs">
                {t('stock.observed')} <Observed row={row} />
                {row.known ? `, ${t('stock.booksDiffer')}` : null}
              </span>
            ) : null}
          </span>
        ),
      },
      {
        id: 'demand',
        label: t('column.demand'),
        width: 'md:w-32',
        cell: (row) =>
          row.perMonth === null ? (
            <span className="text-ink-3">{t('stock.noDemand')}</span>
          ) : (
            <span className="block leading-tight">
              <Quantity quantity={String(row.perMonth)} unit={row.unit} />
              {row.demandDays < demandDays ? (
                <span className="block text-ink-3 text-xs">
                  {t('stock.fromDays', { count: Math.max(1, row.demandDays) })}
                </span>
              ) : null}
            </span>
          ),
      },
      { id: 'cover', label: t('column.cover'), width: 'md:w-28', cell: (row) => <Cover row={row} /> },
      {
        id: 'expiry',
        label: t('column.nextExpiry'),
        width: 'md:w-32',
        cell: (row) => (row.nextExpiry === null ? <NotSupplied /> : <CalendarDate date={row.nextExpiry} />),
      },
    ],
    [t],
  );
}

/** The pharmacy's stock items: the part that may be dispensed, the time it lasts, and the items to order. */
export function StockList({ zone }: { readonly zone: string }) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const { asked, texts, set, sort, clear } = useListFilter(stockItemsList);
  const [openId, setOpen] = useQueryState('open', parseAsString.withOptions({ history: 'push' }));
  const columns = useStockColumns();
  const query = useInfiniteQuery(listQuery(stockItemsList, asked));
  const open = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === openId);
  return (
    <>
      <ListScreen<StockItemRow>
        title={t('stock.title')}
        advice={t('stock.advice', { zone })}
        csv={fileOf(stockItemsList, asked)}
        filterKey={JSON.stringify(asked)}
        filters={
          <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
            <SearchField
              label={t('stock.search')}
              placeholder={t('stock.search')}
              value={texts['q'] ?? ''}
              onChange={(q) => set({ q })}
              className="w-72 max-sm:w-full"
            />
            <FilterChip
              label={t('stock.show')}
              anyLabel={list('any')}
              value={asked.show ?? null}
              options={stockShows.map((id) => ({ id, label: t(`stock.shows.${id}`) }))}
              onChange={(show) => set({ show })}
            />
            <LocationFilter value={asked.location ?? null} onChange={(location) => set({ location })} />
            {clear ? (
              <Button look="quiet" onPress={clear}>
                <X aria-hidden /> {list('clear')}
              </Button>
            ) : null}
          </search>
        }
        {...{ query, columns, openId, sort }}
        onClear={clear}
        textOf={(row) => productText(row.product) || shortId(row.id)}
        onOpen={(row) => void setOpen(row.id)}
        empty={{ title: t('stock.nothing'), advice: t('stock.nothingAdvice') }}
      />
      {open ? <StockItemDrawer row={open} onClose={() => void setOpen(null)} /> : null}
    </>
  );
}
