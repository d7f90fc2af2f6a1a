'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components/Button';
import { Age } from '#components/dead-letters/age';
import { DeadLetterState } from '#components/dead-letters/dead-letter-state';
import { TrendBars } from '#components/dead-letters/trend-bars';
import { Moment } from '#components/ui/moment';
import type { DeadLetterGroup } from '#lib/contract/dead-letters/dead-letter';
import { deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import { useVimKeys } from '../ui/table/vim-keys.ts';

type Props = {
  readonly group: DeadLetterGroup;
  readonly isUnfolded: boolean;
  readonly controls: string;
  readonly onFold: () => void;
};

/** One cause: the fault and its place, the count, its frequency lately, its beginning. It unfolds into its dead letters. */
export function GroupHead({ group, isUnfolded, controls, onFold }: Props) {
  const t = useTranslations('deadLetters');
  const causes = useTranslations('deadCause');
  const list = useVimKeys();
  const { cause, type, paths, counts, trend, sources, lastAt, firstAt, oldestAt } = group;
  return (
    <div ref={list} data-list>
      <Button
        data-row=""
        aria-expanded={isUnfolded}
        aria-controls={controls}
        onPress={onFold}
        className="flex w-full cursor-pointer flex-wrap items-start gap-x-5 gap-y-2 rounded-lg px-3 py-2.5 text-left -outline-offset-2 hover:bg-sunken xl:grid xl:grid-cols-[auto_minmax(0,1fr)_minmax(0,12rem)_6rem_10rem_12rem]"
      >
        <ChevronRight aria-hidden className={`mt-0.5 shrink-0 text-ink-3 ${isUnfolded ? 'rotate-90' : ''}`} />
        <span className="min-w-0 flex-1 basis-72 max-sm:basis-48">
          <span className="block font-semibold">{causes(cause)}</span>
          <code className="block break-all text-ink-2 text-xs">{type ?? t('noType')}</code>
          {paths.map((path) => (
            <code key={path} className="block break-words text-ink-3 text-xs">
              {path}
            </code>
          ))}
        </span>
        <span className="flex max-w-60 flex-wrap gap-1.5 xl:justify-end">
          {deadLetterStates.map((state) =>
            counts[state] === 0 ? null : <DeadLetterState key={state} state={state} count={counts[state]} />,
          )}
        </span>
        <TrendBars trend={trend} />
        <span className="w-40 text-ink-2 text-xs max-sm:w-full xl:w-auto">
          <span className="block wrap-anywhere">{sources.join(', ')}</span>
          <span className="block">
            {t('first')} <Moment at={firstAt} />
          </span>
          <span className="block">
            {t('last')} <Moment at={lastAt} />
          </span>
        </span>
        <span className="w-48 text-xs max-sm:w-full xl:w-auto">
          {oldestAt === null ? null : (
            <>
              <span className="block text-ink-3">{t('oldest')}</span>
              <Age since={oldestAt} />
            </>
          )}
        </span>
      </Button>
    </div>
  );
}
