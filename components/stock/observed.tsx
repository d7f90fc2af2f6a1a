'use client';

import { useTranslations } from 'next-intl';
import type { StockItemRow } from '#lib/contract/stock/stock';
import { Quantity } from './product.tsx';

type Props = { readonly row: Pick<StockItemRow, 'observed' | 'observedMore' | 'unit'> };

/** The quantity that an alert observed, and its difference to the recorded stock, where both are in one unit. */
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
