'use client';

import { useTranslations } from 'next-intl';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import type { BreakGlassRow } from '#lib/contract/access/break-glass';
import { postBreakGlassReview } from '#lib/contract/access/break-glass-queries';
import { Refused } from '#lib/contract/base/request-json';
import { useAction } from '../ui/dialog/use-action.ts';

/** An admin's review of an opening: once, and for good. */
export function ReviewDialog({ row, onClose }: { readonly row: BreakGlassRow; readonly onClose: () => void }) {
  const t = useTranslations('breakGlass');
  const note = useReason(3);
  const review = useAction({
    act: () => postBreakGlassReview(row.id, note.text),
    stale: [['break-glass']],
    onDone: onClose,
  });
  const isTaken = review.error instanceof Refused && review.error.code === 'reviewed';
  return (
    <ActionDialog
      title={t('title.review', { name: row.doctor.name })}
      confirm={t('reviewed')}
      isReady={note.isEnough}
      busy={review.isPending}
      failure={review.isError ? t(isTaken ? 'taken' : 'failed') : null}
      onConfirm={review.mutate}
      onClose={onClose}
    >
      <p className="break-words text-ink-2">{row.reason}</p>
      <ReasonField label={t('note')} advice={t('noteAdvice')} reason={note} isFirst />
    </ActionDialog>
  );
}
