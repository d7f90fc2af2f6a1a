'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { nameOf } from '#components/follow-ups/follow-up-columns';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import { postSnooze } from '#lib/contract/follow-ups/follow-up-queries';

const least = 3;
const spans = { day: 1, days: 3, week: 7 } as const;
type Span = keyof typeof spans;
const offered: readonly Span[] = ['day', 'days', 'week'];

/** "Not now", until when and why. */
export function SnoozeDialog({ row, onClose }: { readonly row: FollowUpRow; readonly onClose: () => void }) {
  const t = useTranslations('followUps.snooze');
  const queries = useQueryClient();
  const [span, setSpan] = useState<Span>('day');
  const [reason, setReason] = useState('');
  const tooShort = reason.trim().length < least;
  const snooze = useMutation({
    mutationFn: () => {
      const until = new Date(Date.now() + spans[span] * 86_400_000).toISOString();
      return postSnooze(row.id, { until, reason: reason.trim() });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['follow-ups'] });
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!tooShort) snooze.mutate();
  }

  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2 text-sm">{nameOf(row)}</p>
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 font-semibold text-sm">{t('until')}</legend>
          {offered.map((one) => (
            <label key={one} className="flex min-h-8 items-center gap-2">
              <input type="radio" name="until" checked={span === one} onChange={() => setSpan(one)} />
              {t(one)}
            </label>
          ))}
        </fieldset>
        <TextField
          label={t('reason')}
          advice={t('reasonAdvice', { least })}
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
          isFirst
        />
        <Note tone="info" icon={AlarmClock}>
          {t('advice')}
        </Note>
        {snooze.isError ? (
          <Note tone="bad" icon={TriangleAlert} role="alert">
            {t('failed')}
          </Note>
        ) : null}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isDisabled={tooShort || snooze.isPending}>
            {t('submit')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
