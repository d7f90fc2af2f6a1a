'use client';

import { useTranslations } from 'next-intl';
import { FilterChip } from '#components/ui/filter-chip';
import type { TableColumn, TableSort } from './data-table.tsx';

type Props<T> = { readonly columns: readonly TableColumn<T>[]; readonly sort: TableSort };

/** The order of a list where its rows are cards, which have no headers to press. */
export function SortChip<T>({ columns, sort }: Props<T>) {
  const t = useTranslations('list');
  const options = columns.flatMap(({ sortsBy, label }) =>
    sortsBy === undefined
      ? []
      : [
          { id: sortsBy, label: t('ascending', { column: label }) },
          { id: `-${sortsBy}`, label: t('descending', { column: label }) },
        ],
  );
  return (
    <div className="no-print mb-3 md:hidden">
      <FilterChip
        label={t('sort')}
        anyLabel={t('usualOrder')}
        value={sort.order}
        options={options}
        onChange={(order) => sort.onSort(order ?? '')}
      />
    </div>
  );
}
