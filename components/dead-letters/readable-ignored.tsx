'use client';

import { useQuery } from '@tanstack/react-query';
import { MailOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { readableIgnoredQuery, replayOf } from '#lib/contract/dead-letters/dead-letter-queries';

/** After an upgrade: events that were ignored because nobody knew their type, and can be read now. Nothing where there are none. */
export function ReadableIgnored() {
  const t = useTranslations('deadLetters');
  const { data } = useQuery(readableIgnoredQuery);
  if (!data || data.items.length === 0) return null;
  const count = data.items.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className="mb-3">
      <Note tone="info" icon={MailOpen}>
        <p className="font-semibold">{t('readable', { count })}</p>
        <p className="text-ink-2">{t('readableAdvice')}</p>
        <ul className="mt-2 flex flex-col gap-1.5">
          {data.items.map((one) => (
            <li key={one.type} className="flex flex-wrap items-center gap-3">
              <code className="break-all text-sm">{one.type}</code>
              <ButtonLink href={replayOf({ status: 'ignored', type: one.type })}>
                {t('readableReplay', { count: one.count })}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
