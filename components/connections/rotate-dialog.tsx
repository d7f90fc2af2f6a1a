'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceField } from '#components/ui/field/choice-field';
import type { SourceRow } from '#lib/contract/connections/source';
import { postSourceRotation } from '#lib/contract/connections/source-queries';
import { overlaps, secretFault } from '#lib/domain/ledger/source-rules';
import { FormDialog } from './form-dialog.tsx';
import { SecretField } from './secret-field.tsx';
import { useConnectionAction } from './use-connection-action.ts';

type Props = {
  readonly source: SourceRow;
  readonly onRotated: (secret: string | null) => void;
  readonly onClose: () => void;
};

/** A new secret, and the time for which the old one stays valid beside it. */
export function RotateDialog({ source, onRotated, onClose }: Props) {
  const t = useTranslations('sources');
  const [overlap, setOverlap] = useState('24');
  const [secret, setSecret] = useState<string | null>(null);
  const fault = secret === null ? null : secretFault(source.format, secret.trim());
  const rotate = useConnectionAction(
    'source',
    () => postSourceRotation(source, Number(overlap), secret === null ? undefined : secret.trim()),
    (made) => onRotated(made.secret),
  );
  return (
    <FormDialog
      title={t('rotate.title', { name: source.name })}
      confirm={t('rotate.confirm')}
      error={rotate.error}
      busy={rotate.isPending}
      ready={fault === null}
      onConfirm={() => rotate.mutate(undefined)}
      onClose={onClose}
    >
      <p className="text-ink-2">{t('rotate.advice')}</p>
      <ChoiceField
        label={t('rotate.overlap')}
        value={overlap}
        choices={overlaps.map((hours) => ({ id: String(hours), label: t('rotate.hours', { hours }) }))}
        onChange={setOverlap}
      />
      <SecretField secret={secret} fault={fault} onChange={setSecret} />
    </FormDialog>
  );
}
