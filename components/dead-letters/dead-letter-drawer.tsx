'use client';

import { useQuery } from '@tanstack/react-query';
import { FileSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AmendmentState } from '#components/dead-letters/amendment-state';
import { ButtonLink } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { ErrorState } from '#components/ui/error-state';
import { RowSkeleton } from '#components/ui/skeleton';
import { deadLetterQuery } from '#lib/contract/dead-letters/dead-letter-queries';
import { DeadLetterActions } from './dead-letter-actions.tsx';
import { DeadLetterFacts } from './dead-letter-facts.tsx';
import { LetterHistory } from './dead-letter-history.tsx';
import type { SettlingLetters } from './settle-dead-letters-dialog.tsx';

type Props = {
  readonly seq: number;
  readonly onClose: () => void;
  readonly onSettle: (settling: SettlingLetters) => void;
};

/** One dead letter beside the list: its fault, its history, and the actions on it. */
export function DeadLetterDrawer({ seq, onClose, onSettle }: Props) {
  const t = useTranslations('deadLetters.one');
  const list = useTranslations('list');
  const query = useQuery(deadLetterQuery(seq));
  const letter = query.data;
  return (
    <Drawer
      title={letter?.type ?? t('title')}
      above={t('number', { seq: String(seq) })}
      closeLabel={list('close')}
      onClose={onClose}
    >
      {query.isPending ? <RowSkeleton rows={5} label={list('loading')} /> : null}
      {query.isError && !letter ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {letter ? (
        <>
          <DeadLetterFacts letter={letter} />
          <div className="flex flex-wrap items-center gap-2">
            <DeadLetterActions letter={letter} onSettle={onSettle} />
            <ButtonLink href={`/dead-letters/${seq}`}>
              <FileSearch aria-hidden /> {t('open')}
            </ButtonLink>
            {letter.amendment === null ? null : <AmendmentState state={letter.amendment} />}
          </div>
          <LetterHistory letter={letter} />
        </>
      ) : null}
    </Drawer>
  );
}
