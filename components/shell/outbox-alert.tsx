'use client';

import { useQuery } from '@tanstack/react-query';
import { MailWarning } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import { outboxAlertSeconds } from '#lib/queries/outbox';
import { outboxAgeQuery } from '#lib/queries/outbox-queries';

/** Says to an admin, on every screen, that mail does not leave. */
export function OutboxAlert() {
  const t = useTranslations('shell');
  const { data } = useQuery(outboxAgeQuery());
  if (!data || data.oldestSeconds < outboxAlertSeconds) return null;
  const minutes = Math.floor(data.oldestSeconds / 60);
  return (
    <div className="no-print px-6 pt-4 max-md:px-4">
      <Note tone="bad" icon={MailWarning} role="alert">
        {t('outboxOld', { count: data.unsent, minutes })}
      </Note>
    </div>
  );
}
