'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { Person, shortId } from '#components/prescriptions/person';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { FilterChip } from '#components/ui/filter-chip';
import { Moment } from '#components/ui/moment';
import { NotSupplied } from '#components/ui/not-supplied';
import type { TableColumn } from '#components/ui/table/data-table';
import { ListScreen } from '#components/ui/table/list-screen';
import { WholeId } from '#components/ui/whole-id';
import { fileOf, listQuery } from '#lib/contract/base/list-query';
import type { Disposition, ReturnRow } from '#lib/contract/dispenses/dispense';
import { returnsList } from '#lib/contract/dispenses/returns-list';
import { postDisposition } from '#lib/contract/overview/pharmacy-queries';
import { returnStates } from '#lib/domain/stock/stock-filter';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useActionKey } from '../ui/use-action-key.ts';
import { LocationFilter } from './location-filter.tsx';
import { Product, productText, Quantity } from './product.tsx';

const dispositions = ['destroy', 'credit', 'quarantine'] as const satisfies readonly Disposition[];

function useReturnColumns(onDecide: (id: string) => void): readonly TableColumn<ReturnRow>[] {
  const t = useTranslations('pharmacy');
  return useMemo(
    () => [
      {
        id: 'when',
        sortsBy: 'at',
        label: t('column.when'),
        width: 'md:w-28',
        cell: (row) => (row.at === null ? <NotSupplied /> : <Moment at={row.at} />),
      },
      {
        id: 'medicine',
        label: t('column.medicine'),
        rowHeader: true,
        cell: (row) => <Product product={row.product} />,
      },
      { id: 'patient', label: t('column.patient'), width: 'md:w-36', cell: (row) => <Person person={row.patient} /> },
      {
        id: 'quantity',
        label: t('column.quantity'),
        width: 'md:w-40',
        cell: (row) => (
          <span className="flex flex-col items-start gap-1">
            <Quantity quantity={row.quantity} unit={row.unit} />
            {row.tooLarge ? (
              <Badge tone="bad" icon={TriangleAlert}>
                {t('returns.tooLarge', { given: row.dispensed ?? '' })}
              </Badge>
            ) : null}
          </span>
        ),
      },
      {
        id: 'lot',
        label: t('column.lot'),
        width: 'md:w-32',
        cell: (row) => (row.lot === null ? <NotSupplied /> : <WholeId id={row.lot} />),
      },
      { id: 'reason', label: t('column.reason'), width: 'md:w-44', cell: (row) => row.reason ?? <NotSupplied /> },
      {
        id: 'decision',
        label: t('column.disposition'),
        width: 'md:w-44',
        cell: (row) => (
          <span className="flex flex-wrap items-center gap-2">
            {row.disposition === null ? null : (
              <Badge tone={row.disposition === 'quarantine' ? 'warn' : 'neutral'} icon={CircleCheck}>
                {t(`returns.states.${row.disposition}`)}
              </Badge>
            )}
            {row.disposition === null || row.disposition === 'quarantine' ? (
              <Button onPress={() => onDecide(row.id)}>{t('returns.decide')}</Button>
            ) : null}
          </span>
        ),
      },
    ],
    [t, onDecide],
  );
}

/** Returns, and their disposal. There is no way from here to the shelf. */
export function ReturnList() {
  const t = useTranslations('pharmacy');
  const list = useTranslations('list');
  const { asked, set, sort, clear } = useListFilter(returnsList);
  const [deciding, setDeciding] = useState<string | null>(null);
  const decide = useCallback((id: string | null) => setDeciding(id), []);
  useActionKey('D', decide);
  const columns = useReturnColumns(decide);
  const query = useInfiniteQuery(listQuery(returnsList, asked));
  return (
    <>
      <ListScreen<ReturnRow>
        title={t('returns.title')}
        advice={t('returns.advice')}
        csv={fileOf(returnsList, asked)}
        filterKey={JSON.stringify(asked)}
        filters={
          <search aria-label={list('filters')} className="no-print mb-3 flex flex-wrap gap-2">
            <FilterChip
              label={t('column.disposition')}
              anyLabel={list('any')}
              value={asked.state ?? null}
              options={returnStates.map((id) => ({ id, label: t(`returns.states.${id}`) }))}
              onChange={(state) => set({ state })}
            />
            <LocationFilter value={asked.location ?? null} onChange={(location) => set({ location })} />
          </search>
        }
        {...{ query, columns, sort }}
        onClear={clear}
        textOf={(row) => productText(row.product) || shortId(row.id)}
        onOpen={(row) => (row.disposition === null || row.disposition === 'quarantine' ? decide(row.id) : undefined)}
        empty={{ title: t('returns.nothing'), advice: t('returns.nothingAdvice') }}
      />
      {deciding === null ? null : (
        <FieldsDialog
          title={t('returns.decideTitle')}
          confirm={t('returns.decide')}
          about={t('returns.never')}
          fields={[
            {
              name: 'disposition',
              label: t('column.disposition'),
              choices: dispositions.map((id) => ({ id, label: t(`returns.choices.${id}`) })),
            },
            { name: 'reason', label: t('act.reasonOptional') },
          ]}
          mayConfirm={({ reason = '' }) => reason.trim() === '' || reason.trim().length >= 3}
          act={({ disposition, reason = '' }, key) =>
            postDisposition(
              deciding,
              {
                disposition: dispositions.find((one) => one === disposition) ?? 'quarantine',
                ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
              },
              key,
            )
          }
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
