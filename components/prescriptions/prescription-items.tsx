'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { MedicineName } from '#components/ui/medicine-name';
import { NotSupplied } from '#components/ui/not-supplied';
import type { PrescriptionDetail, PrescriptionItem } from '#lib/contract/prescriptions/prescription';
import { FillAmount } from './fill-amount.tsx';
import { useAmount, useQuantity } from './quantity.ts';

/** The prescribed medicines, line by line, as the sources wrote them. */
export function PrescriptionItems({ detail }: { readonly detail: PrescriptionDetail }) {
  const t = useTranslations('prescription');
  if (detail.items.length === 0) return null;
  return (
    <section aria-labelledby="items" className="rounded-lg border border-line bg-card">
      <h2 id="items" className="px-6 pt-3 pb-1 font-semibold max-md:px-4">
        {t('items')}
      </h2>
      <ul className="divide-y divide-line">
        {detail.items.map((item) => (
          <li
            key={item.line}
            className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,1.4fr)] items-center gap-x-6 gap-y-1 px-6 py-2.5 max-md:grid-cols-1 max-md:px-4"
          >
            <Item item={item} />
            <FillAmount fill={item.fill} supplied={detail.fillSupplied} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { readonly item: PrescriptionItem }) {
  const t = useTranslations('prescription');
  const quantity = useQuantity();
  const amount = useAmount();
  const how = [
    item.dose,
    item.route,
    item.frequency,
    item.durationDays === null ? null : t('days', { count: item.durationDays }),
  ].filter((part) => part !== null);
  return (
    <>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">
            <MedicineName name={item.display} code={item.code} />
          </span>
          {item.code === null || item.display === null ? null : (
            <code className="wrap-anywhere text-ink-3">{item.code}</code>
          )}
          {item.controlled ? (
            <Badge tone="controlled" icon={Lock}>
              {t('controlled')}
            </Badge>
          ) : null}
        </p>
        {item.sig === null && how.length === 0 ? null : (
          <p className="text-ink-2 text-sm">{item.sig ?? how.join(' · ')}</p>
        )}
        {item.disputed.length === 0 ? null : (
          <p className="text-warn text-xs">{t('disputed', { fields: item.disputed.join(', ') })}</p>
        )}
      </div>
      <p className="text-sm">
        {item.quantity === null ? <NotSupplied /> : amount(quantity(item.quantity), item.unit, item.quantity)}
        <span className="text-ink-2">
          {' · '}
          {item.refills === null ? t('refillsNotSupplied') : t('refills', { count: item.refills })}
        </span>
      </p>
    </>
  );
}
