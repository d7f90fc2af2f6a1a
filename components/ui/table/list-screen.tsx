'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { CsvLink } from '#components/ui/csv-link';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import type { Page } from '#lib/contract/base/page';
import { DataTable, type TableColumn, type TableSort } from './data-table.tsx';
import { MoreRows } from './more-rows.tsx';
import { SortChip } from './sort-chip.tsx';
import { useStableRows } from './use-stable-rows.ts';
import { WaitingRows } from './waiting-rows.tsx';

type Props<T> = {
  readonly title: string;
  readonly advice?: ReactNode;
  readonly csv?: string;
  /** The filter as text: another filter is another list. */
  readonly filterKey: string;
  readonly filters?: ReactNode;
  readonly onClear?: (() => void) | undefined;
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<T>, string | null>>;
  readonly columns: readonly TableColumn<T>[];
  readonly textOf: (row: T) => string;
  readonly hrefOf?: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  readonly openId?: string | null;
  readonly sort?: TableSort | undefined;
  readonly selection?: { readonly chosen: ReadonlySet<string>; readonly onChoose: (ids: ReadonlySet<string>) => void };
  readonly empty: { readonly title: string; readonly advice: string };
  /** The part between the filters and the rows: actions on the chosen rows. */
  readonly above?: (rows: readonly T[]) => ReactNode;
};

const idOf = (row: { readonly id: string }): string => row.id;

/** A list: what it is called, its file, its filters, and every state that it can be in. */
export function ListScreen<T extends { readonly id: string }>(props: Props<T>) {
  const { title, advice, csv, filters, query, empty, onClear } = props;
  const list = useTranslations('list');
  const t = useTranslations('prescriptions');
  const { shown, waiting, show } = useStableRows(props.filterKey, query, idOf);

  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        {advice ? <p className="text-ink-3">{advice}</p> : null}
        {csv === undefined ? null : <CsvLink href={csv} />}
      </div>
      {filters}
      {props.sort ? <SortChip columns={props.columns} sort={props.sort} /> : null}
      <WaitingRows count={waiting} onShow={show} />
      {props.above?.(shown)}
      {body()}
    </>
  );

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} />;
    if (query.isError && shown.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (shown.length === 0 && onClear)
      return (
        <EmptyState
          kind="no-match"
          title={t('noMatch')}
          advice={empty.advice}
          action={<Button onPress={onClear}>{list('clear')}</Button>}
        />
      );
    if (shown.length === 0) return <EmptyState kind="nothing-yet" title={empty.title} advice={empty.advice} />;
    const { columns, textOf, hrefOf, onOpen, openId, selection, sort } = props;
    return (
      <>
        <DataTable
          label={title}
          rows={shown}
          {...{ columns, idOf, textOf }}
          {...(hrefOf ? { hrefOf } : {})}
          sort={sort}
          {...(onOpen ? { onOpen, openId: openId ?? null } : {})}
          {...(selection ? { selection } : {})}
        />
        <MoreRows query={query} />
      </>
    );
  }
}
