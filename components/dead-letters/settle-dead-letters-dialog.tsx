'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
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
  const [reason, setReason] = useState('');
  const settling = useMutation({
    mutationFn: () => postDeadLetterDecision(act, chosen, reason.trim()),
    // Rows that stayed as they were are named before the dialog closes.
    onSuccess: ({ moved, notRetained }) => (notRetained === 0 ? onDone(moved) : undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const tooShort = reason.trim().length < least;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!tooShort && !settling.isPending) settling.mutate();
  }

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
    <ModalDialog title={t(`${act}Title`, { count })} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{t(`${act}About`)}</p>
        <TextField
          label={t('reason')}
          advice={t('reasonAdvice', { least })}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          isFirst
        />
        {settling.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t('failed')}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={tooShort || settling.isPending}>
            {settling.isPending ? t('busy', { count }) : t(`${act}Confirm`, { count })}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
