'use client';

import { CircleSlash, RotateCcw, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '#components/ui/button';
import { Kbd } from '#components/ui/kbd';
import type { DeadLetterState } from '#lib/domain/dead-letters/dead-letter';

type Props = {
  readonly state: DeadLetterState | undefined;
  readonly count: number;
  readonly total: number;
  readonly everything: boolean;
  readonly replayHref: string;
  readonly onEverything: () => void;
  readonly onNone: () => void;
  readonly onSettle: (act: 'discard' | 'reopen') => void;
};

/** Actions on the chosen rows of a cause; and on all of them, not just the page. */
export function ChosenBar({ state, count, total, everything, replayHref, onEverything, onNone, onSettle }: Props) {
  const t = useTranslations('deadLetters');
  if (state !== 'open' && state !== 'discarded') return null;
  return (
    <div
      role="status"
      className="no-print my-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm md:min-h-8"
    >
      {count === 0 ? (
        <span className="max-md:hidden">
          <Kbd>{t('space')}</Kbd> {t('hint.choose')}
          {state === 'open' ? (
            <>
              , <Kbd>⇧ R</Kbd> {t('hint.replay')}, <Kbd>⇧ D</Kbd> {t('hint.discard')}
            </>
          ) : null}
        </span>
      ) : (
        <>
          <span className="font-semibold text-ink">
            {everything ? t('allChosen', { count: total }) : t('chosen', { count })}
          </span>
          {state === 'open' ? (
            <>
              <ButtonLink look="primary" href={replayHref}>
                <RotateCw aria-hidden /> {t('replay')}
              </ButtonLink>
              <Button onPress={() => onSettle('discard')}>
                <CircleSlash aria-hidden /> {t('discard')}
              </Button>
            </>
          ) : (
            <Button look="primary" onPress={() => onSettle('reopen')}>
              <RotateCcw aria-hidden /> {t('reopen')}
            </Button>
          )}
        </>
      )}
      {everything || total <= count ? null : (
        <Button look="quiet" onPress={onEverything}>
          {t('allMatching', { count: total })}
        </Button>
      )}
      {count === 0 ? null : (
        <Button look="quiet" onPress={onNone}>
          {t('unchoose')}
        </Button>
      )}
    </div>
  );
}
