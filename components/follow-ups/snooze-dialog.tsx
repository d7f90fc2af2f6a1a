'use client';

import { AlarmClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { nameOf } from '#components/follow-ups/follow-up-columns';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { Note } from '#components/ui/note';
import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import { postSnooze } from '#lib/contract/follow-ups/follow-up-queries';
import { useAction } from '../ui/dialog/use-action.ts';

const least = 3;
const spans = { day: 1, days: 3, week: 7 } as const;
type Span = keyof typeof spans;
const offered: readonly Span[] = ['day', 'days', 'week'];

/** "Not now", until when and why. */
export function SnoozeDialog({ row, onClose }: { readonly row: FollowUpRow; readonly onClose: () => void }) {
  const t = useTranslations('followUps.snooze');
  const [span, setSpan] = useState<Span>('day');
  const reason = useReason(least);
  const snooze = useAction({
    act: () => {
      const until = new Date(Date.now() + spans[span] * 86_400_000).toISOString();
      return postSnooze(row.id, { until, reason: reason.text });
    },
    stale: [['follow-ups']],
    onDone: onClose,
  });
  return (
    <ActionDialog
      title={t('title')}
      confirm={t('submit')}
      isReady={reason.isEnough}
      busy={snooze.isPending}
      failure={snooze.isError ? t('failed') : null}
      onConfirm={snooze.mutate}
      onClose={onClose}
    >
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
      <ReasonField label={t('reason')} advice={t('reasonAdvice', { least })} reason={reason} isFirst />
      <Note tone="info" icon={AlarmClock}>
        {t('advice')}
      </Note>
    </ActionDialog>
  );
}
