'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable, type TableColumn, type TableSort } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import type { Page } from '#lib/contract/base/page';

type Props<T> = {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<T>, string | null>>;
  readonly columns: readonly TableColumn<T>[];
  readonly textOf: (row: T) => string;
  readonly hrefOf?: (row: T) => string;
  readonly sort?: TableSort | undefined;
  readonly empty: string;
};

/** A list inside a screen: its rows, or the reason why there are none, and the way to more. */
export function PagedRows<T extends { readonly id: string }>({
  label,
  query,
  columns,
  textOf,
  hrefOf,
  sort,
  empty,
}: Props<T>) {
  const list = useTranslations('list');
  if (query.isPending) return <RowSkeleton label={list('loading')} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState kind="nothing-yet" title={empty} />;
  return (
    <>
      <DataTable
        label={label}
        idOf={({ id }) => id}
        {...{ rows, columns, textOf, sort }}
        {...(hrefOf ? { hrefOf } : {})}
      />
      <MoreRows query={query} />
    </>
  );
}
