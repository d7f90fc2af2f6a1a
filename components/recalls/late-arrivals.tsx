'use client';

import { ClockAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Note } from '#components/ui/note';
import type { RecallDetail } from '#lib/contract/recalls/recall';
import { useAmount, useQuantity } from '../prescriptions/quantity.ts';

/** Shown openly: the people who received the lot after it was quarantined, and by how many seconds. */
export function LateArrivals({ recall }: { readonly recall: RecallDetail }) {
  const t = useTranslations('recalls.late');
  const amountOf = useAmount();
  const quantityOf = useQuantity();
  if (recall.late === 0) return null;
  return (
    <Note tone="warn" icon={ClockAlert} role="status">
      <strong>{t('title', { count: recall.late })}</strong>{' '}
      {recall.latecomers.map(({ personId, name, quantity, unit, arrival }) => (
        <span key={`${personId} ${arrival.seconds}`}>
          {t(arrival.how, {
            name: name ?? (personId.startsWith('dispense:') ? t('someone') : personId.slice(personId.indexOf(':') + 1)),
            amount: quantity === null ? t('some') : amountOf(quantityOf(quantity), unit, quantity),
            seconds: Math.abs(arrival.seconds),
          })}{' '}
        </span>
      ))}
      <Link prefetch={false} href={`/recalls/${encodeURIComponent(recall.id)}?show=late`}>
        {t('show')}
      </Link>
    </Note>
  );
}
