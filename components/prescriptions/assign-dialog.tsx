'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';
import type { Unassigned, UnassignedRow } from '#lib/contract/follow-ups/follow-up';
import { postAssignment } from '#lib/contract/follow-ups/follow-up-queries';
import { useAction } from '../ui/dialog/use-action.ts';

type Props = {
  readonly row: UnassignedRow;
  readonly doctors: Unassigned['doctors'];
  readonly onClose: () => void;
};

/** Assigns an unowned prescription to a doctor. */
export function AssignDialog({ row, doctors, onClose }: Props) {
  const t = useTranslations('unassigned');
  const [userId, setUserId] = useState(doctors[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const entered = reason.trim();
  const assign = useAction({
    act: () => postAssignment(row.prescriptionId, { userId, ...(entered === '' ? {} : { reason: entered }) }),
    stale: [keys.unassigned],
    onDone: onClose,
  });
  const code = assign.error instanceof Refused ? assign.error.code : null;
  const refusal = code === 'owned' ? t('owned') : code === 'no-prescriber-id' ? t('noId') : t('failed');
  return (
    <ActionDialog
      title={t('dialog')}
      confirm={t('submit')}
      isReady={userId !== ''}
      busy={assign.isPending}
      failure={assign.isError ? refusal : null}
      onConfirm={assign.mutate}
      onClose={onClose}
    >
      <code className="break-all">{row.prescriptionId}</code>
      <ChoiceField
        label={t('doctor')}
        value={userId}
        choices={doctors.map(({ id, name }) => ({ id, label: name }))}
        onChange={setUserId}
      />
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
      <Note tone="info" icon={Info}>
        {t('rule')}
      </Note>
    </ActionDialog>
  );
}
