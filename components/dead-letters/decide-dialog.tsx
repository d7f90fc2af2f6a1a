'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useAmendRefusal } from '#components/dead-letters/amend-refusal';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
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
  const refusal = useAmendRefusal();
  const reason = useReason(least);
  const deciding = useMutation({
    mutationFn: () => postAmendmentDecision(seq, id, decision, reason.text),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });

  return (
    <ActionDialog
      title={t(`${decision}Title`)}
      confirm={t(decision).replace('…', '')}
      isReady={reason.isEnough}
      busy={deciding.isPending}
      failure={refusal(deciding.error)}
      onConfirm={deciding.mutate}
      onClose={onClose}
    >
      <p className="text-ink-2">{t(`${decision}About`)}</p>
      <ReasonField label={t('reason')} advice={t('reasonAdvice', { least })} reason={reason} isFirst />
    </ActionDialog>
  );
}
