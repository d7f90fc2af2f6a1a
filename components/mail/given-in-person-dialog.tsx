'use client';

import { useTranslations } from 'next-intl';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';

type Props = {
  readonly busy: boolean;
  readonly failed: boolean;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
};

/** The content of a phone call, and the listener: without it nobody could later tell. */
export function GivenInPersonDialog({ busy, failed, onNote, onClose }: Props) {
  const t = useTranslations('resend.told');
  const note = useReason(3);
  return (
    <ActionDialog
      title={t('title')}
      confirm={t('record')}
      isReady={note.isEnough}
      busy={busy}
      failure={failed ? t('failed') : null}
      onConfirm={() => onNote(note.text)}
      onClose={onClose}
    >
      <ReasonField label={t('note')} advice={t('advice')} reason={note} isFirst />
    </ActionDialog>
  );
}
