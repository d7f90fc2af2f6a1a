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

/** Asked before a mail goes once more to an address that a mail server said there is none of. */
export function ConfirmAddress({ address, isRight, onChange }: Props) {
  const t = useTranslations('resend');
  return (
    <Note tone="warn" icon={MailX}>
      <p className="mb-2">{t('deadAddress', { address })}</p>
      <CheckField label={t('addressIsRight')} isOn={isRight} onChange={onChange} />
    </Note>
  );
}
