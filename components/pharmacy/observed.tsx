'use client';

import { useTranslations } from 'next-intl';
import { Quantity } from '#components/pharmacy/product';
import type { StockItemRow } from '#lib/queries/stock';

type Props = { readonly row: Pick<StockItemRow, 'observed' | 'observedMore' | 'unit'> };

/** What an alert observed, and by how much the books say otherwise, where both are in one unit. */
export function Observed({ row: { observed, observedMore: more, unit } }: Props) {
  const t = useTranslations('pharmacy.stock.difference');
  if (more === null) return <Quantity quantity={observed} unit={unit} />;
  const which = more === '0' ? 'none' : more.startsWith('-') ? 'less' : 'more';
  return (
    <>
      <Quantity quantity={observed} unit={unit} />
      {', '}
      {which === 'none' ? null : <Quantity quantity={more.replace('-', '')} unit={unit} />} {t(which)}
    </>
  );
}
