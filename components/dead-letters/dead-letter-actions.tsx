'use client';

import { CircleSlash, RotateCcw, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '#components/ui/button';
import type { DeadLetterRow } from '#lib/contract/dead-letters/dead-letter';
import { replayOf } from '#lib/contract/dead-letters/dead-letter-queries';
import type { SettlingLetters } from './settle-dead-letters-dialog.tsx';

type Props = { readonly letter: DeadLetterRow; readonly onSettle: (settling: SettlingLetters) => void };

/** The actions on one dead letter. */
export function DeadLetterActions({ letter: { seq, state }, onSettle }: Props) {
  const t = useTranslations('deadLetters');
  const one = { chosen: { ids: [seq] }, count: 1 };
  if (state === 'open')
    return (
      <>
        <ButtonLink look="primary" href={replayOf({ ids: [seq] })}>
          <RotateCw aria-hidden /> {t('replay')}
        </ButtonLink>
        <Button onPress={() => onSettle({ act: 'discard', ...one })}>
          <CircleSlash aria-hidden /> {t('discard')}
        </Button>
      </>
    );
  if (state !== 'discarded') return null;
  return (
    <Button look="primary" onPress={() => onSettle({ act: 'reopen', ...one })}>
      <RotateCcw aria-hidden /> {t('reopen')}
    </Button>
  );
}
