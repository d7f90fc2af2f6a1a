'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { followUpCountQuery } from '#lib/queries/follow-up-queries';

/** How many tasks wait, beside the word. */
export function FollowUpCount() {
  const t = useTranslations('shell');
  const { data } = useQuery(followUpCountQuery);
  if (!data || data.total === 0) return null;
  return (
    <span className="ml-auto font-semibold text-bad text-sm">
      <span aria-hidden>{data.total}</span>
      <span className="sr-only">{t('count', { count: data.total })}</span>
    </span>
  );
}
