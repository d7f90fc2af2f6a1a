'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import type { AlertRow } from '#lib/contract/stock/stock';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlertBadge } from './alert-badge.tsx';

/** The alerts of a lot or a stock item: open, acknowledged by a person, or resolved. */
export function LotAlerts({ alerts }: { readonly alerts: readonly AlertRow[] }) {
  const t = useTranslations('pharmacy');
  const [seeing, setSeeing] = useState<string | null>(null);
  return (
    <section aria-labelledby="lot-alerts" className="flex flex-col gap-2">
      <h2 id="lot-alerts" className="font-semibold">
        {t('lot.alerts')}
      </h2>
      {alerts.length === 0 ? (
        <p className="text-ink-3">{t('lot.noAlerts')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {alerts.map((alert) => (
            <li key={alert.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <AlertBadge state={alert.state} />
              <span>{t(`alert.kinds.${alert.kind}`)}</span>
              <span className="text-ink-3">
                <Moment at={alert.raisedAt} />
              </span>
              {alert.acknowledgedBy === null ? null : (
                <span className="text-ink-2 text-sm">
                  {alert.acknowledgedBy}: {alert.acknowledgeReason}
                </span>
              )}
              {alert.state === 'open' ? (
                <Button className="ml-auto" onPress={() => setSeeing(alert.id)}>
                  {t('safety.acknowledge')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {seeing === null ? null : <AcknowledgeDialog id={seeing} onClose={() => setSeeing(null)} />}
    </section>
  );
}
