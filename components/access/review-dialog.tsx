'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { BreakGlassRow } from '#lib/contract/access/break-glass';
import { postBreakGlassReview } from '#lib/contract/access/break-glass-queries';
import { Refused } from '#lib/contract/base/request-json';

/** An admin's review of an opening: once, and for good. */
export function ReviewDialog({ row, onClose }: { readonly row: BreakGlassRow; readonly onClose: () => void }) {
  const t = useTranslations('breakGlass');
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const act = useMutation({
    mutationFn: () => postBreakGlassReview(row.id, note.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['break-glass'] });
      onClose();
    },
  });
  const ready = note.trim().length >= 3 && !act.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) act.mutate();
  }

  const taken = act.error instanceof Refused && act.error.code === 'reviewed';
  return (
    <ModalDialog title={t('title.review', { name: row.doctor.name })} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="break-words text-ink-2">{row.reason}</p>
        <TextField
          label={t('note')}
          advice={t('noteAdvice')}
          value={note}
          onChange={setNote}
          maxLength={500}
          required
          isFirst
        />
        {act.isError ? (
          <Note tone="bad" icon={CircleAlert} role="alert">
            {t(taken ? 'taken' : 'failed')}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" isDisabled={!ready}>
            {t('reviewed')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
