'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useCallback, useMemo, useState } from 'react';
import { shortId } from '#components/prescriptions/person';
import { Button } from '#components/ui/button';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { isFiltering } from '#lib/contract/base/is-filtering';
import { alertsQuery, csvOf } from '#lib/contract/overview/pharmacy-queries';
import { alertParsers, filterOf } from '#lib/contract/stock/pharmacy-filter';
import type { AlertRow } from '#lib/contract/stock/stock';
import { rowId } from '#lib/domain/base/json/row-id';
import { alertKinds, alertStates } from '#lib/domain/stock/stock-filter';
import { useActKey } from '../ui/use-act-key.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlertBadge } from './alert-badge.tsx';
import { PlaceFilter } from './location-filter.tsx';
import { Product, productText } from './product.tsx';

/** Where what it is about is cured. */
function hrefOf({ dispenseId, stockItemId, lotNumber }: AlertRow): string {
  if (dispenseId !== null) return `/dispenses?countersign=lacking&open=${encodeURIComponent(dispenseId)}`;
  if (stockItemId !== null && lotNumber !== null) return `/lots/${encodeURIComponent(rowId(stockItemId, lotNumber))}`;
  return `/stock?q=${encodeURIComponent(shortId(stockItemId ?? ''))}&open=${encodeURIComponent(stockItemId ?? '')}`;
}

function useAlertColumns(onSee: (id: string) => void): readonly TableColumn<AlertRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(
    () => [
      { id: 'since', label: t('column.since'), width: 'md:w-28', cell: ({ raisedAt }) => <Moment at={raisedAt} /> },
      { id: 'kind', label: t('column.check'), width: 'md:w-44', cell: ({ kind }) => t(`alert.kinds.${kind}`) },
      {
        id: 'item',
        label: t('column.item'),
        rowHeader: true,
        cell: (row) => (
          <Link prefetch={false} href={hrefOf(row)} className="block min-w-0 leading-tight">
            <Product product={row.product} />
            <WholeId
              className="text-ink-3 text-xs"
              id={row.lotNumber ?? shortId(row.stockItemId ?? row.dispenseId ?? '')}
            />
          </Link>
        ),
      },
      { id: 'state', label: t('column.state'), width: 'md:w-32', cell: ({ state }) => <AlertBadge state={state} /> },
      {
        id: 'seen',
        label: t('column.seen'),
        width: 'md:w-72',
        cell: ({ id, state, acknowledgedBy, acknowledgeReason }) =>
          state === 'open' ? (
            <Button onPress={() => onSee(id)}>{t('safety.acknowledge')}</Button>
          ) : acknowledgedBy === null ? (
            '–'
          ) : (
            <span className="block break-words leading-tight">
              {acknowledgedBy}
              <span className="block text-ink-3 text-xs">{acknowledgeReason}</span>
            </span>
          ),
      },
    ],
    [t, onSee],
  );
}

/** What was noticed of stock, lots and signatures: nobody closes an alert, what it is about is cured; until then somebody may say that he saw it. */
export function AlertList({ zone }: { readonly zone: string }) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const [values, set] = useQueryStates(alertParsers);
  const [seeing, setSeeing] = useState<string | null>(null);
  const see = useCallback((id: string | null) => setSeeing(id), []);
  useActKey('A', see);
  const columns = useAlertColumns(see);
  const filter = filterOf(values);
  const query = useInfiniteQuery(alertsQuery(filter));
  const onClear = isFiltering(filter) ? () => void set(null) : undefined;
  const open = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === seeing)?.state === 'open';
  return (
    <>
      <ListScreen<AlertRow>
        title={t('alert.title')}
        advice={t('alert.advice', { zone })}
        csv={csvOf('/api/alerts', filter)}
        filterKey={JSON.stringify(filter)}
        filters={
          <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
            <FilterChip
              label={t('column.state')}
              anyLabel={list('any')}
              value={values.state}
              options={alertStates.map((id) => ({ id, label: t(`alert.states.${id}`) }))}
              onChange={(value) => void set({ state: alertStates.find((one) => one === value) ?? null })}
            />
            <FilterChip
              label={t('column.check')}
              anyLabel={list('any')}
              value={values.kind}
              options={alertKinds.map((id) => ({ id, label: t(`alert.kinds.${id}`) }))}
              onChange={(value) => void set({ kind: alertKinds.find((one) => one === value) ?? null })}
            />
            <PlaceFilter value={values.location} onChange={(location) => void set({ location })} />
            {onClear ? (
              <Button look="quiet" onPress={onClear}>
                <X aria-hidden /> {list('clear')}
              </Button>
            ) : null}
          </search>
        }
        {...{ onClear, query, columns }}
        textOf={(row) => productText(row.product) || shortId(row.stockItemId ?? row.id)}
        hrefOf={hrefOf}
        empty={{ title: t('alert.nothing'), advice: t('alert.nothingAdvice') }}
      />
      {seeing !== null && open ? <AcknowledgeDialog id={seeing} onClose={() => setSeeing(null)} /> : null}
    </>
  );
}
