'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { shortId } from '#components/prescriptions/person';
import { Button } from '#components/ui/button';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import { alertsList } from '#lib/contract/stock/alerts-list';
import type { AlertRow } from '#lib/contract/stock/stock';
import { rowId } from '#lib/domain/base/json/row-id';
import { alertKinds, alertStates } from '#lib/domain/stock/stock-filter';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useActionKey } from '../ui/use-action-key.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlertBadge } from './alert-badge.tsx';
import { LocationFilter } from './location-filter.tsx';
import { Product, productText } from './product.tsx';

/** The screen on which the alert's subject is resolved. */
function hrefOf({ dispenseId, stockItemId, lotNumber }: AlertRow): string {
  if (dispenseId !== null) return `/dispenses?countersign=lacking&open=${encodeURIComponent(dispenseId)}`;
  if (stockItemId !== null && lotNumber !== null) return `/lots/${encodeURIComponent(rowId(stockItemId, lotNumber))}`;
  return `/stock?q=${encodeURIComponent(shortId(stockItemId ?? ''))}&open=${encodeURIComponent(stockItemId ?? '')}`;
}

function useAlertColumns(onSee: (id: string) => void): readonly TableColumn<AlertRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(
    () => [
      {
        id: 'since',
        sortsBy: 'raisedAt',
        label: t('column.since'),
        width: 'md:w-28',
        cell: ({ raisedAt }) => <Moment at={raisedAt} />,
      },
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

/** Alerts on stock, lots and signatures: nobody closes one, its subject resolves it; until then a person may acknowledge it. */
export function AlertList({ zone }: { readonly zone: string }) {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const { asked, set, sort, clear } = useListFilter(alertsList);
  const [seeing, setSeeing] = useState<string | null>(null);
  const see = useCallback((id: string | null) => setSeeing(id), []);
  useActionKey('A', see);
  const columns = useAlertColumns(see);
  const query = useInfiniteQuery(listQuery(alertsList, asked));
  const open = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === seeing)?.state === 'open';
  return (
    <>
      <ListScreen<AlertRow>
        title={t('alert.title')}
        advice={t('alert.advice', { zone })}
        csv={fileOf(alertsList, asked)}
        filterKey={JSON.stringify(asked)}
        filters={
          <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap items-center gap-2">
            <FilterChip
              label={t('column.state')}
              anyLabel={list('any')}
              value={asked.state ?? null}
              options={alertStates.map((id) => ({ id, label: t(`alert.states.${id}`) }))}
              onChange={(state) => set({ state })}
            />
            <FilterChip
              label={t('column.check')}
              anyLabel={list('any')}
              value={asked.kind ?? null}
              options={alertKinds.map((id) => ({ id, label: t(`alert.kinds.${id}`) }))}
              onChange={(kind) => set({ kind })}
            />
            <LocationFilter value={asked.location ?? null} onChange={(location) => set({ location })} />
            {clear ? (
              <Button look="quiet" onPress={clear}>
                <X aria-hidden /> {list('clear')}
              </Button>
            ) : null}
          </search>
        }
        {...{ query, columns, sort }}
        onClear={clear}
        textOf={(row) => productText(row.product) || shortId(row.stockItemId ?? row.id)}
        hrefOf={hrefOf}
        empty={{ title: t('alert.nothing'), advice: t('alert.nothingAdvice') }}
      />
      {seeing !== null && open ? <AcknowledgeDialog id={seeing} onClose={() => setSeeing(null)} /> : null}
    </>
  );
}
