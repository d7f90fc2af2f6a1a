'use client';

import { Wrench } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Moment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import type { FollowUpRow, IncidentBanner as Incident } from '#lib/contract/follow-ups/follow-up';
import { nameOf } from './follow-up-columns.tsx';

type Props = { readonly incident: Incident; readonly rows: readonly FollowUpRow[] };

/** Many failures with one cause that our side must fix: one row in place of fifteen, with the fifteen behind it. */
export function IncidentBanner({ incident, rows }: Props) {
  const t = useTranslations('followUps');
  const { what, domain, cause, count, since } = incident;
  const known = cause === 'refused' || cause === 'sender' || cause === 'passing' ? cause : 'other';
  return (
    <div data-incident={incident.key} className="mt-4">
      <Note tone="info" icon={Wrench}>
        <p>
          <strong>
            {what === 'domain' ? t('incident.domain', { domain: domain ?? '' }) : t(`incident.cause.${known}`)}
          </strong>{' '}
          {t('incident.ours', { count })} · <Moment at={since} />
        </p>
        <details className="mt-1">
          <summary className="cursor-pointer text-ink-2">{t('incident.list')}</summary>
          <ul className="mt-1 columns-2 gap-6 max-md:columns-1">
            {rows.map((row) => (
              <li key={row.id} className="wrap-anywhere">
                <Link prefetch={false} href={`/prescriptions/${encodeURIComponent(row.prescriptionId)}`}>
                  {nameOf(row)}
                </Link>{' '}
                {row.code === null ? null : <code className="text-ink-3 text-xs">{row.code}</code>}
              </li>
            ))}
          </ul>
        </details>
      </Note>
    </div>
  );
}
