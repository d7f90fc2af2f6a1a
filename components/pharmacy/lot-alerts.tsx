'use client';

import { BellOff, BellRing, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActDialog } from '#components/pharmacy/act-dialog';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Moment } from '#components/ui/moment';
import { acknowledgeAlert } from '#lib/queries/pharmacy-queries';
import type { AlertRow } from '#lib/queries/stock';

const looks = {
  open: { tone: 'bad', icon: BellRing },
  acknowledged: { tone: 'warn', icon: BellOff },
  healed: { tone: 'good', icon: CircleCheck },
} as const;

/** What was noticed of a lot: open, seen by somebody, or cured. */
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
              <Badge {...looks[alert.state]}>{t(`alert.states.${alert.state}`)}</Badge>
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
      {seeing === null ? null : (
        <ActDialog
          title={t('safety.acknowledgeTitle')}
          confirm={t('safety.acknowledge')}
          fields={[{ name: 'reason', label: t('act.reason'), required: true }]}
          mayConfirm={({ reason = '' }) => reason.trim().length >= 3}
          act={({ reason = '' }, key) => acknowledgeAlert({ id: seeing, reason: reason.trim() }, key)}
          onClose={() => setSeeing(null)}
        />
      )}
    </section>
  );
}
