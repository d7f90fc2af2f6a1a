'use client';

import { useTranslations } from 'next-intl';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import type { SecretFault } from '#lib/domain/ledger/source-rules';

type Props = {
  /** Null: one is made here. */
  readonly secret: string | null;
  readonly fault: SecretFault | null;
  readonly onChange: (secret: string | null) => void;
};

/** The issuer of the secret: we make one and show it once, or the source has given one. */
export function SecretField({ secret, fault, onChange }: Props) {
  const t = useTranslations('sources');
  return (
    <>
      <ChoiceField
        label={t('field.secret')}
        value={secret === null ? 'made' : 'given'}
        choices={[
          { id: 'made', label: t('secret.made') },
          { id: 'given', label: t('secret.given') },
        ]}
        onChange={(id) => onChange(id === 'made' ? null : '')}
      />
      {secret === null ? null : (
        <TextField
          label={t('secret.field')}
          advice={fault === null ? t('secret.sealed') : t(`secret.fault.${fault}`)}
          value={secret}
          onChange={onChange}
          type="password"
          autoComplete="off"
          maxLength={512}
          required
        />
      )}
    </>
  );
}
