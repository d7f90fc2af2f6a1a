'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { postSource } from '#lib/contract/connections/source-queries';
import { wireFormatNames } from '#lib/domain/base/system';
import { environmentsOf, namesTenant, secretFault, sourceKey } from '#lib/domain/ledger/source-rules';
import { FormDialog } from './form-dialog.tsx';
import { SecretField } from './secret-field.tsx';
import { useConnectionAction } from './use-connection-action.ts';

type Props = { readonly onMade: (secret: string | null) => void; readonly onClose: () => void };

/** A new source: its signature, its address, and its first secret. */
export function NewSourceDialog({ onMade, onClose }: Props) {
  const t = useTranslations('sources');
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [format, setFormat] = useState<(typeof wireFormatNames)[number]>('osigu');
  const [environment, setEnvironment] = useState('sandbox');
  const [wireId, setWireId] = useState('');
  const [rate, setRate] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const make = useConnectionAction('source', postSource, (made) => onMade(made.secret));
  const environments = environmentsOf[format];
  const fault = secret === null ? null : secretFault(format, secret.trim());
  const rateFits = rate === '' || /^[1-9]\d{0,3}$/.test(rate);
  const ready = name.trim() !== '' && sourceKey.test(key) && rateFits && fault === null;
  const confirm = () =>
    make.mutate({
      ...{ key, name: name.trim(), format },
      environment: environments.length > 0 ? environment : null,
      wireId: namesTenant[format] && wireId.trim() !== '' ? wireId.trim() : null,
      ratePerSecond: rate === '' ? null : Number(rate),
      ...(secret === null ? {} : { secret: secret.trim() }),
    });

  return (
    <FormDialog
      title={t('new.title')}
      confirm={t('new.confirm')}
      error={make.error}
      busy={make.isPending}
      ready={ready}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextField label={t('field.name')} value={name} onChange={setName} maxLength={100} required isFirst />
      <ChoiceField
        label={t('field.format')}
        value={format}
        choices={wireFormatNames.map((id) => ({ id, label: t(`format.${id}`) }))}
        onChange={(id) => setFormat(wireFormatNames.find((one) => one === id) ?? 'osigu')}
      />
      <TextField
        label={t('field.key')}
        advice={t('field.keyAdvice')}
        value={key}
        onChange={(text) => setKey(text.toLowerCase())}
        maxLength={64}
        required
        autoComplete="off"
        spellCheck={false}
      />
      {environments.length === 0 ? null : (
        <ChoiceField
          label={t('field.environment')}
          value={environment}
          choices={environments.map((id) => ({ id, label: id }))}
          onChange={setEnvironment}
        />
      )}
      {namesTenant[format] ? (
        <TextField
          label={t('field.wireId')}
          advice={t('field.wireIdAdvice')}
          value={wireId}
          onChange={setWireId}
          maxLength={200}
          autoComplete="off"
        />
      ) : null}
      <TextField
        label={t('field.rate')}
        advice={t('field.rateAdvice')}
        value={rate}
        onChange={setRate}
        inputMode="numeric"
        maxLength={4}
      />
      <SecretField secret={secret} fault={fault} onChange={setSecret} />
    </FormDialog>
  );
}
