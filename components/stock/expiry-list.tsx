'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { BellRing, ShoppingCart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { FilterChip } from '#components/ui/filter-chip';
import { CalendarDate } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import { lotsList } from '#lib/contract/stock/lots-list';
import type { LotRow } from '#lib/contract/stock/stock';
import { horizons } from '#lib/domain/stock/stock-filter';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useActionKey } from '../ui/use-action-key.ts';
import { DecideExpiry } from './decide-expiry.tsx';
import { LocationFilter } from './location-filter.tsx';
import { HoldBadge } from './lot-hold-badge.tsx';
import { Product, productText, Quantity } from './product.tsx';
import { StockBar } from './stock-bar.tsx';

function useExpiryColumns(onDecide: (id: string) => void): readonly TableColumn<LotRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(() => {
    const estimate = (value: string | null, row: LotRow) =>
      value === null ? '–' : <Quantity quantity={value} unit={row.unit} />;
    return [
      {
        id: 'expires',
        sortsBy: 'expiry',
        label: t('column.expires'),
        width: 'md:w-32',
        cell: (row) => (
          <span className="block leading-tight">
            {row.expiryDate === null ? <NotSupplied /> : <CalendarDate date={row.expiryDate} />}
            {row.daysLeft === null ? null : (
              <span className={`block text-xs ${row.daysLeft < 0 ? 'font-semibold text-bad' : 'text-ink-3'}`}>
                {row.daysLeft < 0 ? t('expiry.ago', { count: -row.daysLeft }) : t('expiry.in', { count: row.daysLeft })}
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'item',
        label: t('column.item'),
        rowHeader: true,
        cell: (row) => (
          <span className="block min-w-0 leading-tight">
            <Product product={row.product} />
            <WholeId className="text-ink-3 text-xs" id={row.lotNumber} />
          </span>
        ),
      },
      {
        id: 'stock',
        label: t('column.quantity'),
        width: 'md:w-52',
        cell: (row) => (row.known ? <StockBar stock={row.stock} /> : <Observed row={row} />),
      },
      { id: 'use', label: t('column.expectedUse'), width: 'md:w-28', cell: (row) => estimate(row.expectedUse, row) },
      {
        id: 'risk',
        label: t('column.atRisk'),
        width: 'md:w-28',
        cell: (row) => <strong className="font-semibold">{estimate(row.atRisk, row)}</strong>,
      },
      { id: 'hold', label: t('column.state'), width: 'md:w-32', cell: (row) => <HoldBadge hold={row.hold} /> },
      {
        id: 'decision',
        label: t('column.decision'),
        width: 'md:w-48',
        cell: (row) => (
          <span className="flex flex-wrap items-center gap-2">
            {row.decision === null ? null : (
              <span className="leading-tight">
                {t(`expiry.decisions.${row.decision}`)}
                <span className="block text-ink-3 text-xs">{row.decisionOwner}</span>
              </span>
            )}
            <Button look={row.decision === null ? 'plain' : 'quiet'} onPress={() => onDecide(row.id)}>
              {t(row.decision === null ? 'expiry.decide' : 'expiry.change')}
            </Button>
          </span>
        ),
      },
    ];
  }, [t, onDecide]);
}

/** The recorded stock is unknown; a person reported this quantity. */
function Observed({ row }: { readonly row: LotRow }) {
  const t = useTranslations('pharmacy.stock');
  if (row.observed === null) return <NotSupplied />;
  return (
    <span>
      {t('observed')} <Quantity quantity={row.observed} unit={row.unit} />
    </span>
  );
}

/** Expiring lots, the soonest first: the quantity likely to be used by then, the quantity at risk, and the decision. */
export function ExpiryList({ zone, me }: { readonly zone: string; readonly me: string }) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const { asked, set, sort, clear } = useListFilter(lotsList);
  const [deciding, setDeciding] = useState<string | null>(null);
  const decide = useCallback((id: string | null) => setDeciding(id), []);
  useActionKey('D', decide);
  const columns = useExpiryColumns(decide);
  const query = useInfiniteQuery(listQuery(lotsList, asked));
  const row = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === deciding);
  return (
    <>
      <ListScreen<LotRow>
        title={t('expiry.title')}
        advice={t('expiry.advice', { zone })}
        csv={fileOf(lotsList, asked)}
        filterKey={JSON.stringify(asked)}
        filters={
          <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
            {horizons.map((days) => (
              <Button
                key={days}
                look={asked.within === days ? 'chipOn' : 'chip'}
                aria-pressed={asked.within === days}
                onPress={() => set({ within: days })}
                className="pr-3!"
              >
                {t(`expiry.within.${days}`)}
              </Button>
            ))}
            <FilterChip
              label={t('column.decision')}
              anyLabel={list('any')}
              value={asked.decided ?? null}
              options={(['no', 'yes'] as const).map((id) => ({ id, label: t(`expiry.decided.${id}`) }))}
              onChange={(decided) => set({ decided })}
            />
            <LocationFilter value={asked.location ?? null} onChange={(location) => set({ location })} />
            <span className="ml-auto flex flex-wrap gap-2">
              <ButtonLink href="/stock?show=below">
                <ShoppingCart aria-hidden /> {t('expiry.reorder')}
              </ButtonLink>
              <ButtonLink href="/alerts?state=open">
                <BellRing aria-hidden /> {t('expiry.alerts')}
              </ButtonLink>
            </span>
          </search>
        }
        {...{ query, columns, sort }}
        onClear={clear}
        textOf={(lot) => `${productText(lot.product)} ${lot.lotNumber}`}
        hrefOf={(lot) => `/lots/${encodeURIComponent(lot.id)}`}
        empty={{ title: t('expiry.nothing'), advice: t('expiry.nothingAdvice') }}
      />
      {row ? <DecideExpiry row={row} me={me} onClose={() => setDeciding(null)} /> : null}
    </>
  );
}
