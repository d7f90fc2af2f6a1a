'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleSlash, Download, RotateCcw, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { DeadLetterFilters } from '#components/dead-letters/dead-letter-filters';
import { GroupHead } from '#components/dead-letters/group-head';
import { ReadableIgnored } from '#components/dead-letters/readable-ignored';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { MoreRows } from '#components/ui/table/more-rows';
import { WaitingRows } from '#components/ui/table/waiting-rows';
import { isFiltering } from '#lib/contract/base/is-filtering';
import { fileOf } from '#lib/contract/base/list-query';
import type { DeadLetterGroup } from '#lib/contract/dead-letters/dead-letter';
import { deadLetterGroupsQuery, replayOf } from '#lib/contract/dead-letters/dead-letter-queries';
import { deadLetterGroupsList, deadLettersList } from '#lib/contract/dead-letters/dead-letters-list';
import { useListFilter } from '../ui/table/use-list-filter.ts';
import { useStableRows } from '../ui/table/use-stable-rows.ts';
import { GroupLetters } from './group-dead-letters.tsx';
import { SettleDialog, type SettlingLetters } from './settle-dead-letters-dialog.tsx';
import { useOpenLetter, useUnfolded } from './use-dead-letter-address.ts';

const DeadLetterDrawer = dynamic(
  () => import('#components/dead-letters/dead-letter-drawer').then((module) => module.DeadLetterDrawer),
  { ssr: false },
);

const idOf = (group: DeadLetterGroup): string => group.fingerprint;

/** Events that could not be processed, by cause; inside a cause its dead letters; over all of it the same few actions. */
export function DeadLetterBoard() {
  const t = useTranslations('deadLetters');
  const list = useTranslations('list');
  const { asked, texts, set, clear } = useListFilter(deadLetterGroupsList);
  const { fingerprint, unfold } = useUnfolded();
  const { open, openLetter } = useOpenLetter();
  const [settling, setSettling] = useState<SettlingLetters | null>(null);
  const [done, setDone] = useState<{ readonly act: SettlingLetters['act']; readonly moved: number } | null>(null);
  // Rows chosen for a finished action are chosen no longer.
  const [finished, setFinished] = useState(0);
  const query = useInfiniteQuery(deadLetterGroupsQuery(asked));
  const { fresh, shown, waiting, show } = useStableRows(JSON.stringify(asked), query, idOf);
  const first = query.data?.pages[0];
  const total = first?.total ?? 0;
  const settle = useCallback((next: SettlingLetters) => {
    setDone(null);
    setSettling(next);
  }, []);

  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
        <p className="text-ink-3">{t('advice')}</p>
        <ButtonLink className="no-print ml-auto" href={fileOf(deadLettersList, asked)} target="_blank" download>
          <Download aria-hidden /> {list('csv')}
        </ButtonLink>
      </div>
      <ReadableIgnored />
      <DeadLetterFilters {...{ asked, texts, set, clear }} seen={fresh} />
      {overall()}
      <WaitingRows count={waiting} onShow={show} />
      {body()}
      {open === null ? null : <DeadLetterDrawer seq={open} onClose={() => openLetter(null)} onSettle={settle} />}
      {settling === null ? null : (
        <SettleDialog
          {...settling}
          onDone={(moved) => {
            setDone({ act: settling.act, moved });
            setFinished((count) => count + 1);
            setSettling(null);
          }}
          onClose={() => setSettling(null)}
        />
      )}
    </>
  );

  function overall() {
    const all = first && { filter: asked, asOf: first.asOf };
    return (
      <div className="no-print mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm md:min-h-8">
        <p role="status" className="text-ink-2">
          {total > 0 ? (
            <>
              <strong className="text-ink">{t('matching', { count: total })}</strong>{' '}
              {query.hasNextPage ? null : t('inGroups', { groups: fresh.length })}
            </>
          ) : null}
          {done
            ? ` · ${t(done.act === 'discard' ? 'settle.discarded' : 'settle.reopened', { count: done.moved })}`
            : null}
        </p>
        {all && total > 0 && asked.state === 'open' ? (
          <>
            <ButtonLink href={replayOf(asked)}>
              <RotateCw aria-hidden /> {t('allIn', { count: total })}
            </ButtonLink>
            <Button onPress={() => settle({ act: 'discard', chosen: all, count: total })}>
              <CircleSlash aria-hidden /> {t('discardAllIn', { count: total })}
            </Button>
          </>
        ) : null}
        {all && total > 0 && asked.state === 'discarded' ? (
          <Button onPress={() => settle({ act: 'reopen', chosen: all, count: total })}>
            <RotateCcw aria-hidden /> {t('reopenAllIn', { count: total })}
          </Button>
        ) : null}
      </div>
    );
  }

  function body() {
    if (query.isPending) return <RowSkeleton label={list('loading')} rows={6} />;
    if (query.isError && shown.length === 0)
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    if (shown.length === 0) return nothing();
    return (
      <>
        <ul className="flex flex-col gap-2">
          {shown.map((group) => {
            const isUnfolded = group.fingerprint === fingerprint;
            const controls = `letters-${group.fingerprint}`.replace(/\W+/g, '-');
            return (
              <li key={group.fingerprint} className="rounded-lg border border-line bg-card">
                <GroupHead
                  {...{ group, isUnfolded, controls }}
                  onFold={() => unfold(isUnfolded ? null : group.fingerprint)}
                />
                <div id={controls} className={isUnfolded ? 'px-3 pb-3' : ''}>
                  {isUnfolded ? (
                    <GroupLetters
                      key={finished}
                      filter={{ ...asked, fingerprint: group.fingerprint }}
                      openSeq={open}
                      onOpen={openLetter}
                      onSettle={settle}
                    />
                  ) : null}
                </div>
              </li>
            );
          })}
        </ul>
        <MoreRows query={query} />
      </>
    );
  }

  function nothing() {
    const { state, ...others } = asked;
    if (isFiltering(others))
      return (
        <EmptyState
          kind="no-match"
          title={t('noMatch')}
          advice={t('noMatchAdvice')}
          {...(clear ? { action: <Button onPress={clear}>{list('clear')}</Button> } : {})}
        />
      );
    return (
      <EmptyState
        kind="nothing-yet"
        title={t(state === 'open' ? 'noneOpen' : state === undefined ? 'nothing' : 'noMatch')}
        advice={t(state === 'open' ? 'noneOpenAdvice' : state === undefined ? 'nothingAdvice' : 'noMatchAdvice')}
      />
    );
  }
}
