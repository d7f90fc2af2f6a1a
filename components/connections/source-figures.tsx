'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { SourceRow } from '#lib/contract/connections/source';

const faults = ['mismatch', 'stale', 'missing', 'malformed', 'rate', 'no-secret'] as const;

/** The events of the last 24 hours; every number of stored events opens them. */
export function SourceFigures({ source }: { readonly source: SourceRow }) {
  const t = useTranslations('sources');
  const format = useFormatter();
  const { counts, key } = source;
  const events = `/events?source=${encodeURIComponent(key)}`;
  const refused = Object.values(counts.refused).reduce((all, count) => all + count, 0);
  const why = faults.filter((fault) => (counts.refused[fault] ?? 0) > 0);
  return (
    <>
      <dl className="flex flex-wrap gap-x-6 gap-y-2" aria-label={t('figure.day')}>
        <Figure label={t('figure.accepted')}>
          <Link href={events}>{format.number(counts.accepted)}</Link>
        </Figure>
        <Figure label={t('figure.duplicates')}>{format.number(counts.duplicates)}</Figure>
        <Figure label={t('figure.quarantined')}>
          <Link href={`${events}&status=quarantined`}>{format.number(counts.quarantined)}</Link>
        </Figure>
        <Figure label={t('figure.refused')}>{format.number(refused)}</Figure>
      </dl>
      {why.length === 0 ? null : (
        <Note tone="warn" icon={TriangleAlert}>
          <ul className="flex flex-col gap-1">
            {why.map((fault) => (
              <li key={fault}>{t(`fault.${fault}`, { count: counts.refused[fault] ?? 0 })}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-3 text-xs">{label}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
