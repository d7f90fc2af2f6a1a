'use client';

import { useTranslations } from 'next-intl';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import type { PatientDetail, SenderPatient } from '#lib/contract/patients/patient';
import { type JoinAsked, postPatientUnlink } from '#lib/contract/patients/patient-queries';
import { usePatientAction } from './use-patient-action.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type Props = { readonly detail: PatientDetail; readonly leaving: SenderPatient; readonly onClose: () => void };

/** Removes a link, with the reason: the ledger keeps that there was one. */
export function UnlinkDialog({ detail, leaving, onClose }: Props) {
  const t = useTranslations('patient');
  const refusal = useRefusalWords();
  const reason = useReason(3);
  const act = usePatientAction(detail.id, (asked: JoinAsked, key) => postPatientUnlink(detail.id, asked, key), onClose);
  return (
    <ActionDialog
      title={t('unlink.title')}
      confirm={t('unlink.save')}
      isReady={reason.isEnough}
      busy={act.isPending}
      failure={refusal(act.error)}
      onConfirm={() => act.mutate({ patientId: leaving.id, note: reason.text })}
      onClose={onClose}
    >
      <p className="text-ink-2 text-sm">
        {t('unlink.advice')} <code className="break-all">{leaving.id}</code>
      </p>
      <ReasonField label={t('unlink.reason')} reason={reason} isFirst />
    </ActionDialog>
  );
}
