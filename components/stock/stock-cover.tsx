'use client';

import { PackageX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { StockItemRow } from '#lib/contract/stock/stock';

/** The time that the usable stock lasts; expired-only stock is none, and for an item never counted or delivered it is unknown. */
export function Cover({ row }: { readonly row: StockItemRow }) {
  const t = useTranslations('pharmacy.stock');
  if (row.usable === null) return <span className="text-ink-3">{t('mixedUnits')}</span>;
  if (Number(row.usable) <= 0 && row.known)
    return (
      <Badge tone="bad" icon={PackageX}>
        {t('none')}
      </Badge>
    );
  if (!row.known) return <span className="text-ink-3">{t('unknown')}</span>;
  return row.coverDays === null ? (
    <span className="text-ink-3">{t('noDemand')}</span>
  ) : (
    t('days', { count: row.coverDays })
  );
}
