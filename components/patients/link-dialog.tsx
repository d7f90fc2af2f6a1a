'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { ReasonField, useReason } from '#components/ui/field/reason-field';
import { TextField } from '#components/ui/field/text-field';
import { Note } from '#components/ui/note';
import type { PatientDetail } from '#lib/contract/patients/patient';
import { type JoinAsked, patientQuery, postPatientLink } from '#lib/contract/patients/patient-queries';
import { systemName } from '#lib/i18n/system-name';
import { useDebouncedValue } from '../ui/field/use-debounced-value.ts';
import { LinkSide } from './link-side.tsx';
import { usePatientAction } from './use-patient-action.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type Props = { readonly detail: PatientDetail; readonly onClose: () => void };

const senders = ['osigu', 'photon', 'medication'] as const;

/** Links a source's patient to this person: chosen by id, both sides shown, with the basis of the decision. Never by name. */
export function LinkDialog({ detail, onClose }: Props) {
  const t = useTranslations('patient');
  const [system, setSystem] = useState<string>(senders.find((one) => !detail.id.startsWith(one)) ?? 'photon');
  const [written, setWritten] = useState('');
  const refusal = useRefusalWords();
  const reason = useReason(3);
  const bare = useDebouncedValue(written.trim(), 250);
  const patientId = `${system}:${bare}`;
  const other = useQuery({ ...patientQuery(patientId), enabled: bare.length > 0, retry: false });
  const act = usePatientAction(detail.id, (asked: JoinAsked, key) => postPatientLink(detail.id, asked, key), onClose);
  const found = bare !== '' && bare === written.trim() ? other.data : undefined;
  const notFound = bare === '' ? null : refusal(other.error);

  return (
    <ActionDialog
      title={t('link.title')}
      confirm={t('link.save')}
      isReady={found !== undefined && found.id !== detail.id && reason.isEnough}
      busy={act.isPending}
      failure={refusal(act.error)}
      onConfirm={() => act.mutate({ patientId, note: reason.text })}
      onClose={onClose}
    >
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
      {notFound === null ? null : (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {notFound}
        </Note>
      )}
      {found?.id === detail.id ? <p className="text-ink-2 text-sm">{t('refused.samePerson')}</p> : null}
      <ReasonField label={t('link.basis')} advice={t('link.basisAdvice')} reason={reason} />
    </ActionDialog>
  );
}
