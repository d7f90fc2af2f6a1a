'use client';

import { useTranslations } from 'next-intl';
import { Moment } from '#components/ui/moment';
import type { OpsAlertItem } from '#lib/contract/flow/flow';
import { useIncidentWords } from '#lib/i18n/incident-words';
import { useSpan } from './use-span.ts';

/** The latest incidents that are over, with the length of each. */
export function PastIncidents({ past }: { readonly past: readonly OpsAlertItem[] }) {
  const t = useTranslations('flow');
  const say = useIncidentWords();
  const span = useSpan();
  return (
    <section aria-label={t('past')}>
      <h2 className="mb-2 font-semibold">{t('past')}</h2>
      {past.length === 0 ? <p className="text-ink-3 text-sm">{t('pastNone')}</p> : null}
      <ul className="flex flex-col gap-2 text-sm">
        {past.map((alert) => (
          <li key={alert.id} className="text-ink-2">
            {say(alert)}{' '}
            <span className="text-ink-3">
              · <Moment at={alert.since} /> ·{' '}
              {t('lasted', {
                span: span((Date.parse(alert.recoveredAt ?? alert.since) - Date.parse(alert.since)) / 1000),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
