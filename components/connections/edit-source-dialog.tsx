'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import type { SourceRow } from '#lib/contract/connections/source';
import { postSourceEdit } from '#lib/contract/connections/source-queries';
import { environmentsOf, namesTenant } from '#lib/domain/ledger/source-rules';
import { FormDialog } from './form-dialog.tsx';
import { useConnectionAction } from './use-connection-action.ts';

/** Name, bindings and rate of a source. */
export function EditSourceDialog({ source, onClose }: { readonly source: SourceRow; readonly onClose: () => void }) {
  const t = useTranslations('sources');
  const { id, version, format } = source;
  const [name, setName] = useState(source.name);
  const [environment, setEnvironment] = useState(source.environment ?? '');
  const [wireId, setWireId] = useState(source.wireId ?? '');
  const [rate, setRate] = useState(String(source.ratePerSecond ?? ''));
  const save = useConnectionAction(
    'source',
    () =>
      postSourceEdit(id, {
        ...{ version, name: name.trim() },
        ...(environmentsOf[format].length > 0 ? { environment } : {}),
        ...(namesTenant[format] ? { wireId: wireId.trim() === '' ? null : wireId.trim() } : {}),
        ratePerSecond: rate === '' ? null : Number(rate),
      }),
    onClose,
  );
  return (
    <FormDialog
      title={t('edit.title', { name: source.name })}
      confirm={t('edit.confirm')}
      error={save.error}
      busy={save.isPending}
      ready={name.trim() !== '' && (rate === '' || /^[1-9]\d{0,3}$/.test(rate))}
      onConfirm={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField label={t('field.name')} value={name} onChange={setName} maxLength={100} required isFirst />
      {environmentsOf[format].length === 0 ? null : (
        <ChoiceField
          label={t('field.environment')}
          value={environment}
          choices={environmentsOf[format].map((one) => ({ id: one, label: one }))}
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
    </FormDialog>
  );
}
