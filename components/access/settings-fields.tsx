'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckField } from '#components/ui/field/check-field';
import { ChoiceField } from '#components/ui/field/choice-field';
import { TextField } from '#components/ui/field/text-field';
import { languages, locales, readLocale } from '#lib/domain/base/locale';
import type { TypedSettings } from './typed-settings.ts';
import { ZoneField } from './zone-field.tsx';

type Props = {
  readonly typed: TypedSettings;
  readonly wrong: readonly (keyof TypedSettings)[];
  readonly hasSecret: boolean;
  readonly onChange: (typed: TypedSettings) => void;
};

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-4 rounded-lg border border-line bg-card p-4">
      <legend className="px-1 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

export function SettingsFields({ typed, wrong, hasSecret, onChange }: Props) {
  const t = useTranslations('settings');
  const field = (name: 'name' | 'pickUpDays' | 'countersignHours' | 'mailFromName' | 'resendWebhookUrl') => {
    const isWrong = wrong.includes(name);
    return {
      label: t(`field.${name}`),
      value: typed[name],
      onChange: (value: string) => onChange({ ...typed, [name]: value }),
      advice: t(isWrong ? `wrong.${name}` : `advice.${name}`),
      'aria-invalid': isWrong,
    };
  };
  return (
    <>
      <Group title={t('group.clinic')}>
        <TextField {...field('name')} maxLength={120} required />
        <ZoneField
          value={typed.timeZone}
          isWrong={wrong.includes('timeZone')}
          onChange={(timeZone) => onChange({ ...typed, timeZone })}
        />
        <ChoiceField
          label={t('field.locale')}
          value={typed.locale}
          choices={locales.map((id) => ({ id, label: languages[id].name }))}
          onChange={(value) => onChange({ ...typed, locale: readLocale(value) })}
        />
      </Group>
      <Group title={t('group.care')}>
        <TextField {...field('pickUpDays')} inputMode="numeric" maxLength={2} required />
        <TextField {...field('countersignHours')} inputMode="numeric" maxLength={3} required />
      </Group>
      <Group title={t('group.mail')}>
        <TextField {...field('mailFromName')} maxLength={120} />
        <CheckField
          label={t('field.drugNamesInMail')}
          advice={t('advice.drugNamesInMail')}
          isOn={typed.drugNamesInMail}
          onChange={(drugNamesInMail) => onChange({ ...typed, drugNamesInMail })}
        />
        <ChoiceField
          label={t('field.resendBy')}
          value={typed.resendBy}
          choices={[
            { id: 'smtp', label: t('by.smtp') },
            { id: 'webhook', label: t('by.webhook') },
          ]}
          onChange={(value) => onChange({ ...typed, resendBy: value === 'webhook' ? 'webhook' : 'smtp' })}
        />
        {typed.resendBy === 'webhook' ? (
          <>
            <TextField {...field('resendWebhookUrl')} type="url" maxLength={2000} spellCheck={false} />
            <TextField
              label={t('field.resendWebhookSecret')}
              advice={t(
                wrong.includes('resendWebhookSecret')
                  ? 'wrong.resendWebhookSecret'
                  : hasSecret
                    ? 'advice.secretKept'
                    : 'advice.secretNone',
              )}
              aria-invalid={wrong.includes('resendWebhookSecret')}
              value={typed.resendWebhookSecret}
              onChange={(resendWebhookSecret) => onChange({ ...typed, resendWebhookSecret })}
              autoComplete="off"
              spellCheck={false}
            />
          </>
        ) : null}
      </Group>
    </>
  );
}
