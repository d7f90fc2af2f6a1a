'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import type { PatientDetail } from '#lib/contract/patients/patient';
import { type JoinAsked, patientQuery, postPatientLink } from '#lib/contract/patients/patient-queries';
import { systemName } from '#lib/i18n/system-name';
import { useDebouncedValue } from '../ui/field/use-debounced-value.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { LinkSide } from './link-side.tsx';
import { RefusedAction } from './refused-action.tsx';
import { usePatientAction } from './use-patient-action.ts';

type Props = { readonly detail: PatientDetail; readonly onClose: () => void };

const senders = ['osigu', 'photon', 'medication'] as const;

/** Links a source's patient to this person: chosen by id, both sides shown, with the basis of the decision. Never by name. */
export function LinkDialog({ detail, onClose }: Props) {
  const t = useTranslations('patient');
  const [system, setSystem] = useState<string>(senders.find((one) => !detail.id.startsWith(one)) ?? 'photon');
  const [written, setWritten] = useState('');
  const [note, setNote] = useState('');
  const bare = useDebouncedValue(written.trim(), 250);
  const patientId = `${system}:${bare}`;
  const other = useQuery({ ...patientQuery(patientId), enabled: bare.length > 0, retry: false });
  const act = usePatientAction(detail.id, (asked: JoinAsked, key) => postPatientLink(detail.id, asked, key), onClose);
  const found = bare !== '' && bare === written.trim() ? other.data : undefined;
  const ready = found !== undefined && found.id !== detail.id && note.trim().length >= 3 && !act.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) act.mutate({ patientId, note: note.trim() });
  }

  return (
    <ModalDialog title={t('link.title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2 text-sm">{t('link.advice')}</p>
        <ChoiceField
          label={t('link.system')}
          value={system}
          onChange={setSystem}
          choices={senders.map((id) => ({ id, label: systemName[id] }))}
        />
        <TextField label={t('link.id')} value={written} onChange={setWritten} maxLength={260} required isFirst />
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1" aria-live="polite">
          <LinkSide title={t('link.this')} detail={detail} />
          {found ? <LinkSide title={t('link.other')} detail={found} /> : null}
        </div>
        {bare !== '' && other.isError ? <RefusedAction error={other.error} /> : null}
        {found?.id === detail.id ? <p className="text-ink-2 text-sm">{t('refused.samePerson')}</p> : null}
        <TextField
          label={t('link.basis')}
          advice={t('link.basisAdvice')}
          value={note}
          onChange={setNote}
          maxLength={500}
          required
        />
        <RefusedAction error={act.error} />
        <DialogButtons act={t('link.save')} isDisabled={!ready} onClose={onClose} />
      </form>
    </ModalDialog>
  );
}
