'use client';

import { MailX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CheckField } from '#components/ui/field/check-field';
import { Note } from '#components/ui/note';

type Props = {
  readonly address: string;
  readonly isRight: boolean;
  readonly onChange: (isRight: boolean) => void;
};

/** Asked before another email goes to an address that a mail server said does not exist. */
export function ConfirmAddress({ address, isRight, onChange }: Props) {
  const t = useTranslations('resend');
  return (
    <Note tone="warn" icon={MailX}>
      <p className="mb-2">{t('deadAddress', { address })}</p>
      <CheckField label={t('addressIsRight')} isOn={isRight} onChange={onChange} />
    </Note>
  );
}
