'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import { TextField } from '#components/ui/field/text-field';

type Props = { readonly value: string; readonly isWrong: boolean; readonly onChange: (value: string) => void };

/** A zone by its IANA name, with those that the browser knows to choose from. */
export function ZoneField({ value, isWrong, onChange }: Props) {
  const t = useTranslations('settings');
  const id = useId();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <div>
      <TextField
        label={t('field.timeZone')}
        advice={t(isWrong ? 'wrong.timeZone' : 'advice.timeZone')}
        aria-invalid={isWrong}
        value={value}
        onChange={onChange}
        list={`${id}-zones`}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <datalist id={`${id}-zones`}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}
