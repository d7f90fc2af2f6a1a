'use client';

import { useTranslations } from 'next-intl';
import { ActDialog } from '#components/pharmacy/act-dialog';
import { countStock } from '#lib/queries/pharmacy-queries';
import type { LotRow } from '#lib/queries/stock';

const decimal = /^\d{1,12}([.,]\d{1,6})?$/;

/** A person counts what is on the shelf: from then on that is the balance, whatever the books said. */
export function CountDialog({ lot, onClose }: { readonly lot: LotRow; readonly onClose: () => void }) {
  const t = useTranslations('pharmacy');
  const units = lot.stock.flatMap(({ unit }) => unit ?? []);
  const unit = lot.unit ?? units[0] ?? '';
  return (
    <ActDialog
      title={t('lot.countTitle', { lot: lot.lotNumber })}
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
        countStock(
          {
            ...{ stockItemId: lot.stockItemId, lotNumber: lot.lotNumber, quantity: quantity.trim().replace(',', '.') },
            ...{ unit: said.trim() || undefined, reason: reason.trim() || undefined },
          },
          key,
        )
      }
      onClose={onClose}
    />
  );
}
