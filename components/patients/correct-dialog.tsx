'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionDialog } from '#components/ui/dialog/action-dialog';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import type { Correction, PatientDetail } from '#lib/contract/patients/patient';
import { postPatientCorrection } from '#lib/contract/patients/patient-queries';
import { isLocale, locales } from '#lib/domain/base/locale';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { useLanguageName } from '#lib/i18n/language-name';
import { usePatientAction } from './use-patient-action.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type Props = { readonly detail: PatientDetail; readonly onClose: () => void };

/** Corrects the directory's data of a person: the person, time and reason are kept, and so are the earlier values. */
export function CorrectDialog({ detail, onClose }: Props) {
  const t = useTranslations('patient');
  const refusal = useRefusalWords();
  const languageName = useLanguageName();
  const { entry } = detail;
  const before = {
    name: entry?.name?.value ?? '',
    phone: entry?.phone?.value ?? '',
    email: entry?.email?.value ?? '',
    language: entry?.language?.value ?? '',
  };
  const [now, setNow] = useState(before);
  const [reason, setReason] = useState('');
  const act = usePatientAction(
    detail.id,
    (asked: Correction, key) => postPatientCorrection(detail.id, asked, key),
    onClose,
  );
  const email = now.email.trim();
  const wrong = email !== '' && !isEmailAddress(email);
  const correction = changesBetween(before, now);
  const same = Object.keys(correction).length === 0;

  const set = (field: keyof typeof now) => (value: string) => setNow((known) => ({ ...known, [field]: value }));
  return (
    <ActionDialog
      title={t('correct.title')}
      confirm={t('correct.save')}
      isReady={!same && !wrong}
      busy={act.isPending}
      failure={refusal(act.error)}
      checksItself
      onConfirm={() => act.mutate({ ...correction, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })}
      onClose={onClose}
    >
      <p className="text-ink-2 text-sm">{t('correct.advice')}</p>
      <TextField label={t('correct.name')} value={now.name} onChange={set('name')} maxLength={500} isFirst />
      <TextField
        label={t('correct.email')}
        type="email"
        value={now.email}
        onChange={set('email')}
        maxLength={254}
        aria-invalid={wrong}
        advice={wrong ? t('correct.notAnAddress') : t('correct.emailAdvice')}
      />
      <TextField label={t('correct.phone')} type="tel" value={now.phone} onChange={set('phone')} maxLength={500} />
      <ChoiceField
        label={t('correct.language')}
        value={now.language}
        onChange={set('language')}
        choices={[
          { id: '', label: t('correct.noLanguage') },
          ...locales.map((id) => ({ id, label: languageName(id) })),
        ]}
      />
      <TextField label={t('correct.reason')} value={reason} onChange={setReason} maxLength={500} />
    </ActionDialog>
  );
}

type Fields = { readonly name: string; readonly phone: string; readonly email: string; readonly language: string };

function changesBetween(before: Fields, now: Fields): Correction {
  const text = (field: keyof Fields) => {
    const value = now[field].trim();
    return value === before[field] ? undefined : value === '' ? null : value;
  };
  const [name, phone, email, language] = [text('name'), text('phone'), text('email'), text('language')];
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(language === undefined ? {} : { language: isLocale(language) ? language : null }),
  };
}
