'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import type { PatientDetail, SenderPatient } from '#lib/contract/patients/patient';
import { type JoinAsked, postPatientUnlink } from '#lib/contract/patients/patient-queries';
import { DialogButtons } from './dialog-buttons.tsx';
import { RefusedAction } from './refused-action.tsx';
import { usePatientAction } from './use-patient-action.ts';

type Props = { readonly detail: PatientDetail; readonly leaving: SenderPatient; readonly onClose: () => void };

/** Removes a link, with the reason: the ledger keeps that there was one. */
export function UnlinkDialog({ detail, leaving, onClose }: Props) {
  const t = useTranslations('patient');
  const [note, setNote] = useState('');
  const act = usePatientAction(detail.id, (asked: JoinAsked, key) => postPatientUnlink(detail.id, asked, key), onClose);
  const ready = note.trim().length >= 3 && !act.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) act.mutate({ patientId: leaving.id, note: note.trim() });
  }

  return (
    <ModalDialog title={t('unlink.title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2 text-sm">
          {t('unlink.advice')} <code className="break-all">{leaving.id}</code>
        </p>
        <TextField label={t('unlink.reason')} value={note} onChange={setNote} maxLength={500} required isFirst />
        <RefusedAction error={act.error} />
        <DialogButtons act={t('unlink.save')} isDisabled={!ready} onClose={onClose} />
      </form>
    </ModalDialog>
  );
}
