'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { Note } from '#components/ui/note';
import type { DeadLetterChoice } from '#lib/contract/dead-letters/dead-letter';
import { postDeadLetterDecision } from '#lib/contract/dead-letters/dead-letter-queries';

const least = 5;

export type SettlingLetters = {
  readonly act: 'discard' | 'reopen';
  readonly chosen: DeadLetterChoice;
  readonly count: number;
};

type Props = SettlingLetters & { readonly onDone: (moved: number) => void; readonly onClose: () => void };

/** Asks why, and names how many it concerns before it does it. */
export function SettleDialog({ act, chosen, count, onDone, onClose }: Props) {
  const t = useTranslations('deadLetters.settle');
  const queries = useQueryClient();
  const reason = useReason(least);
  const settling = useMutation({
    mutationFn: () => postDeadLetterDecision(act, chosen, reason.text),
    // The dialog stays open to say how many were left as they were.
    onSuccess: ({ moved, notRetained }) => (notRetained === 0 ? onDone(moved) : undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });

  if (settling.isSuccess && settling.data.notRetained > 0) {
    const { moved, notRetained } = settling.data;
    return (
      <ModalDialog title={t(`${act}Title`, { count })} onClose={() => onDone(moved)}>
        <div className="flex flex-col items-start gap-4">
          <Note tone="bad" icon={CircleSlash} role="alert">
            {t('notRetained', { moved, notRetained })}
          </Note>
          <Button look="primary" onPress={() => onDone(moved)}>
            {t('understood')}
          </Button>
        </div>
      </ModalDialog>
    );
  }
  return (
    <ActionDialog
      title={t(`${act}Title`, { count })}
      confirm={settling.isPending ? t('busy', { count }) : t(`${act}Confirm`, { count })}
      isReady={reason.isEnough}
      busy={settling.isPending}
      failure={settling.isError ? t('failed') : null}
      onConfirm={settling.mutate}
      onClose={onClose}
    >
      <p className="text-ink-2">{t(`${act}About`)}</p>
      <ReasonField label={t('reason')} advice={t('reasonAdvice', { least })} reason={reason} isFirst />
    </ActionDialog>
  );
}
