'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { DataTable } from '#components/ui/table/data-table';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import type { DeadLetterRow } from '#lib/contract/dead-letters/dead-letter';
import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import { deadLettersQuery, replayOf } from '#lib/contract/dead-letters/dead-letter-queries';
import { deadLettersList } from '#lib/contract/dead-letters/dead-letters-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { useActionKey } from '../ui/use-action-key.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { useLetterColumns } from './dead-letter-columns.tsx';
import type { SettlingLetters } from './settle-dead-letters-dialog.tsx';

type Props = {
  readonly filter: DeadLetterFilter;
  readonly openSeq: number | null;
  readonly onOpen: (seq: number) => void;
  readonly onSettle: (settling: SettlingLetters) => void;
};

const idOf = (row: DeadLetterRow): string => String(row.seq);
const nobody: ReadonlySet<string> = new Set();

/** The dead letters of one cause under the filter: some are chosen by hand, or all that match. */
export function GroupLetters({ filter, openSeq, onOpen, onSettle }: Props) {
  const t = useTranslations('deadLetters');
  const list = useTranslations('list');
  const columns = useLetterColumns();
  const { asked, sort } = useListFilter(deadLettersList);
  const query = useInfiniteQuery(deadLettersQuery({ ...filter, sort: asked.sort }));
  const [chosen, setChosen] = useState(nobody);
  const [everything, setEverything] = useState(false);
  const { shown, waiting, show } = useStableRows(JSON.stringify({ ...filter, sort: asked.sort }), query, idOf);
  const page = query.data?.pages[0];
  const total = page?.total ?? 0;
  // Dead letters settled in between can no longer be chosen.
  const there = useMemo(() => [...chosen].filter((id) => shown.some((row) => idOf(row) === id)), [chosen, shown]);
  const count = everything ? total : there.length;
  const mayChoose = filter.state === 'open' || filter.state === 'discarded';

  const settle = useCallback(
    (act: 'discard' | 'reopen', ids: readonly string[]) => {
      if (everything && page) onSettle({ act, chosen: { filter, asOf: page.asOf }, count: total });
      else if (ids.length > 0) onSettle({ act, chosen: { ids: ids.map(Number) }, count: ids.length });
    },
    [everything, page, filter, total, onSettle],
  );
  const target = useCallback(
    (rowId: string | null) => (there.length > 0 ? there : rowId === null ? [] : [rowId]),
    [there],
  );
  const replayHref = (ids: readonly string[]): string => replayOf(everything ? filter : { ids: ids.map(Number) });
  useActionKey(
    'D',
    useCallback(
      (rowId) => (filter.state === 'open' ? settle('discard', target(rowId)) : undefined),
      [filter, settle, target],
    ),
  );
  useActionKey(
    'R',
    useCallback(
      (rowId) => {
        const ids = target(rowId);
        if (filter.state === 'open' && (everything || ids.length > 0))
          window.location.assign(replayOf(everything ? filter : { ids: ids.map(Number) }));
      },
      [filter, everything, target],
    ),
  );
  function choose(ids: ReadonlySet<string>): void {
    setEverything(false);
    setChosen(ids);
  }

  if (query.isPending) return <RowSkeleton label={list('loading')} rows={4} />;
  if (query.isError && shown.length === 0)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <WaitingRows count={waiting} onShow={show} />
      <ChosenBar
        state={filter.state}
        {...{ count, total, everything }}
        replayHref={replayHref(there)}
        onEverything={() => setEverything(true)}
        onNone={() => choose(nobody)}
        onSettle={(act) => settle(act, there)}
      />
      <DataTable
        label={t('rowsOf')}
        {...{ columns, idOf, sort }}
        rows={shown}
        textOf={(row) => row.messageId}
        onOpen={(row) => onOpen(row.seq)}
        openId={openSeq === null ? null : String(openSeq)}
        {...(mayChoose
          ? { selection: { chosen: everything ? new Set(shown.map(idOf)) : new Set(there), onChoose: choose } }
          : {})}
      />
      <MoreRows query={query} />
    </>
  );
}
