'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { AmendRefusal } from '#components/dead-letters/amend-refusal';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { postAmendmentDecision } from '#lib/contract/dead-letters/dead-letter-queries';

const least = 5;

type Props = {
  readonly seq: number;
  readonly id: string;
  readonly decision: 'approve' | 'refuse';
  readonly onClose: () => void;
};

/** The second admin's decision, with its reason. */
export function DecideDialog({ seq, id, decision, onClose }: Props) {
  const t = useTranslations('deadLetters.amend');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const deciding = useMutation({
    mutationFn: () => postAmendmentDecision(seq, id, decision, reason.trim()),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const tooShort = reason.trim().length < least;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!tooShort && !deciding.isPending) deciding.mutate();
  }

  return (
    <ModalDialog title={t(`${decision}Title`)} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{t(`${decision}About`)}</p>
        <TextField
          label={t('reason')}
          advice={t('reasonAdvice', { least })}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          isFirst
        />
        <AmendRefusal error={deciding.error} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={tooShort || deciding.isPending}>
            {t(decision).replace('…', '')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
