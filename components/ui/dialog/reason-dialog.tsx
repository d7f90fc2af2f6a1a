'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { Note } from '#components/ui/note';
import { Refused } from '#lib/contract/base/request-json';
import { ActionDialog } from './action-dialog.tsx';

const least = 5;

type Props = {
  readonly title: string;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why before something is shown that is not everybody's to see. The reason is logged. */
export function ReasonDialog({ title, error, busy, onReason, onClose }: Props) {
  const t = useTranslations('reveal');
  const reason = useReason(least);
  const isGone = error instanceof Refused && error.status === 410;
  return (
    <ActionDialog
      {...{ title, busy, onClose }}
      confirm={t('show')}
      isReady={reason.isEnough}
      failure={error ? t(isGone ? 'gone' : 'failed') : null}
      onConfirm={() => onReason(reason.text)}
    >
      <Note tone="info" icon={Eye}>
        {t('logged')}
      </Note>
      <ReasonField label={t('reason')} advice={t('reasonAdvice', { least })} reason={reason} isFirst />
    </ActionDialog>
  );
}
