'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable, type TableColumn } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import type { Page } from '#lib/contract/base/page';

type Props<T> = {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<T>, string | null>>;
  readonly columns: readonly TableColumn<T>[];
  readonly idOf: (row: T) => string;
  readonly textOf: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  readonly openId?: string | null;
  readonly empty: { readonly title: string; readonly advice: string };
};

/** A list under a tab, page after page, in every state that it can be in. */
export function PagedTable<T extends object>({ query, label, empty, ...table }: Props<T>) {
  const list = useTranslations('list');
  if (query.isPending) return <RowSkeleton rows={3} label={list('loading')} />;
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isError && rows.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return <EmptyState kind="nothing-yet" {...empty} />;
  return (
    <>
      <DataTable label={label} rows={rows} {...table} />
      <MoreRows query={query} />
    </>
  );
}
