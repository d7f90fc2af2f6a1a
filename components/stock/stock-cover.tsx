'use client';

import { PackageX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { StockItemRow } from '#lib/contract/stock/stock';

/** How long what is usable lasts; expired-only stock is none, and what was never counted or delivered is not known. */
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
