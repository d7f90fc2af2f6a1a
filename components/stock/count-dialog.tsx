'use client';

import type { QueryKey } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import { postStockCount } from '#lib/contract/overview/pharmacy-queries';

const decimal = /^\d{1,12}([.,]\d{1,6})?$/;

type Props = {
  readonly stockItemId: string;
  /** Null: the stock without a lot number. */
  readonly lotNumber: string | null;
  readonly unit: string;
  /** The queries that go stale afterwards; left out: the pharmacy's lists. */
  readonly stale?: QueryKey;
  readonly onClose: () => void;
};

/** A person counts the stock on the shelf: from then on that is the balance, whatever was recorded. */
export function CountDialog({ stockItemId, lotNumber, unit, stale, onClose }: Props) {
  const t = useTranslations('pharmacy');
  return (
    <FieldsDialog
      title={lotNumber === null ? t('lot.countNoLot') : t('lot.countTitle', { lot: lotNumber })}
      confirm={t('lot.count')}
      about={t('lot.countAdvice')}
      fields={[
        { name: 'quantity', label: t('column.quantity'), required: true, inputMode: 'decimal' },
        { name: 'unit', label: t('lot.unit'), start: unit },
        { name: 'reason', label: t('act.reasonOptional') },
      ]}
      mayConfirm={({ quantity = '', reason = '' }) =>
        decimal.test(quantity.trim()) && (reason.trim() === '' || reason.trim().length >= 3)
      }
      act={({ quantity = '', unit: said = '', reason = '' }, key) =>
        postStockCount(
          {
            ...{ stockItemId, lotNumber: lotNumber ?? undefined, quantity: quantity.trim().replace(',', '.') },
            ...{ unit: said.trim() || undefined, reason: reason.trim() || undefined },
          },
          key,
        )
      }
      {...(stale === undefined ? {} : { stale })}
      onClose={onClose}
    />
  );
}
