'use client';

import { useTranslations } from 'next-intl';
import { NotSupplied } from '#components/ui/not-supplied';
import type { UnitParts } from '#lib/contract/stock/stock';
import { Quantity } from './product.tsx';

const colours = { usable: 'bg-brand', expired: 'bg-warn', held: 'bg-line-strong', recalled: 'bg-bad' } as const;

/**
 * The stock as one bar: usable, expired, quarantined, recalled. The words beneath say the same; units are bars of their own. `known` false:
 * no delivery and no count is known, so that only movements out are recorded.
 */
export function StockBar({ stock, known = true }: { readonly stock: readonly UnitParts[]; readonly known?: boolean }) {
  const t = useTranslations('pharmacy.part');
  if (stock.length === 0) return <NotSupplied />;
  return stock.map(({ unit, parts }) => {
    const there = parts.filter(({ quantity }) => Number(quantity) > 0);
    const all = there.reduce((sum, { quantity }) => sum + Number(quantity), 0);
    return (
      <span key={unit} className="block min-w-0">
        <span aria-hidden className="flex h-2 w-full overflow-hidden rounded-full bg-quiet-soft">
          {there.map(({ part, quantity }) => (
            <span
              key={part}
              className={`block h-full ${colours[part]}`}
              style={{ width: `${(Number(quantity) / all) * 100}%` }}
            />
          ))}
        </span>
        <span className="mt-0.5 flex flex-wrap gap-x-2 text-ink-2 text-xs">
          {parts.map(({ part, quantity }) => (
            <span key={part} className={part === 'recalled' ? 'text-bad' : part === 'expired' ? 'text-warn' : ''}>
              {known || !quantity.startsWith('-') ? (
                <>
                  <Quantity quantity={quantity} unit={unit} /> {t(part)}
                  {quantity.startsWith('-') ? <span className="block">{t('beginsLate')}</span> : null}
                </>
              ) : (
                <>
                  <Quantity quantity={quantity.slice(1)} unit={unit} /> {t('givenOut')}
                </>
              )}
            </span>
          ))}
        </span>
      </span>
    );
  });
}
