'use client';

import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StayingInAll, sumOf, Tallies } from '#components/retention/tallies';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ErrorState } from '#components/ui/error-state';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { Note } from '#components/ui/note';
import { RowSkeleton } from '#components/ui/skeleton';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import { postPurge, purgePreviewQuery } from '#lib/contract/retention/retention-queries';
import { useAction } from '../ui/dialog/use-action.ts';

/** Shows the events to be deleted and those that stay, with the reasons, before anything is deleted. */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('retention');
  const list = useTranslations('list');
  const reason = useReason(5);
  const preview = useQuery(purgePreviewQuery);
  const start = useAction({ act: () => postPurge(reason.text), stale: [keys.retention], onDone: onClose });
  const going = preview.data ? sumOf(preview.data.types, 'removed') : 0;
  const more = preview.data ? preview.data.due - preview.data.looked : 0;
  const isStarted = start.error instanceof Refused && start.error.status === 409;
  return (
    <ActionDialog
      title={t('startTitle')}
      confirm={t('start')}
      isReady={reason.isEnough && going + more > 0}
      busy={start.isPending}
      failure={start.isError ? t(isStarted ? 'startedAlready' : 'failed') : null}
      onConfirm={start.mutate}
      onClose={onClose}
    >
      {body()}
      <ReasonField label={t('reason')} advice={t('reasonAdvice')} reason={reason} />
    </ActionDialog>
  );

  function body() {
    if (preview.isPending) return <RowSkeleton rows={2} label={list('loading')} />;
    if (!preview.data) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
    const { types } = preview.data;
    return (
      <>
        <p className="font-semibold">{t('goingInAll', { count: going })}</p>
        <StayingInAll types={types} />
        {more === 0 ? null : (
          <Note tone="info" icon={Info}>
            {t('notLookedAt', { count: more })}
          </Note>
        )}
        {types.length === 0 ? null : (
          <section
            aria-label={t('perType')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
            tabIndex={0}
            className="max-h-56 overflow-y-auto rounded-md border border-line px-3"
          >
            <Tallies types={types} ahead />
          </section>
        )}
        <p className="text-ink-2 text-sm">{t('startAdvice')}</p>
      </>
    );
  }
}
