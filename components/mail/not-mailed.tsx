'use client';

import { MailX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { NoEmailReason as Why } from '#lib/domain/mail/may-resend';

/** The reason why no email is offered here, and the alternatives. */
export function NotMailed({ why, orderedFrom }: { readonly why: Why; readonly orderedFrom: string | null }) {
  const t = useTranslations('untold');
  return (
    <Note tone="info" icon={MailX}>
      <p className="font-semibold">{t('noMail')}</p>
      <p>{t(why)}</p>
      {why === 'no-code' ? (
        <p className="mt-1">{orderedFrom === null ? t('instead') : t('insteadAt', { pharmacy: orderedFrom })}</p>
      ) : null}
    </Note>
  );
}
