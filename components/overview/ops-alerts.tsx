'use client';

import { useQuery } from '@tanstack/react-query';
import { BellRing, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import { opsAlertsQuery } from '#lib/contract/flow/flow-queries';
import { useIncidentWords } from '#lib/i18n/incident-words';

/** The number of open incidents, on every screen of an admin; nothing when there are none. */
export function OpsBadge() {
  const t = useTranslations('flow');
  const { data } = useQuery(opsAlertsQuery);
  if (!data || data.items.length === 0) return null;
  const count = data.items.length;
  return (
    <Link
      prefetch={false}
      href="/flow"
      aria-label={t('badge', { count })}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 font-semibold text-bad text-sm no-underline hover:bg-sunken"
    >
      <BellRing aria-hidden />
      <span aria-hidden>{count}</span>
    </Link>
  );
}

/** Shows the fault on every other screen, in one sentence. */
export function OpsBanner() {
  const t = useTranslations('flow');
  const say = useIncidentWords();
  const onFlow = usePathname().startsWith('/flow');
  const { data } = useQuery(opsAlertsQuery);
  const [first, ...more] = data?.items ?? [];
  if (onFlow || first === undefined) return null;
  return (
    <div className="no-print px-6 pt-4 max-md:px-4">
      <Note tone="bad" icon={TriangleAlert} role="status">
        {say(first)}
        {more.length > 0 ? <>, {t('bannerMore', { count: more.length })}</> : null}.{' '}
        <Link prefetch={false} href="/flow">
          {t('see')}
        </Link>
      </Note>
    </div>
  );
}
