import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { StockItemRow, UnitParts } from '#lib/contract/stock/stock';
import type { FoundPart, FoundStockItem } from '#lib/db/stock/find-stock-items';
import { add, negate } from '#lib/domain/base/decimal';
import { text } from '#lib/domain/ledger/fold';
import { coverOf, perDayOf, perMonthOf } from '#lib/domain/stock/demand';
import { stockParts } from '#lib/domain/stock/stock-part';

/** The parts in each unit, the item's own first, each in the order of the bar. */
export function unitParts(parts: readonly FoundPart[], own: string): readonly UnitParts[] {
  const units = [...Map.groupBy(parts, ({ unit }) => unit)].sort(([a], [b]) =>
    a === own ? -1 : b === own ? 1 : a < b ? -1 : 1,
  );
  return units.map(([unit, of]) => ({
    unit: unit === '' ? null : unit,
    parts: stockParts.flatMap((part) =>
      of.filter((one) => one.part === part).map(({ quantity }) => ({ part, quantity })),
    ),
  }));
}

/** The difference between an alert's observation and the whole recorded stock, in the one unit that there is. */
export function observedMore(
  { known, parts }: { readonly known: boolean; readonly parts: readonly FoundPart[] },
  observed: string | null,
): string | null {
  if (observed === null || !known || new Set(parts.map(({ unit }) => unit)).size > 1) return null;
  return add(observed, negate(parts.reduce((sum, { quantity }) => add(sum, quantity), '0')));
}

export function stockItemRowOf(found: FoundStockItem, product: ProductRef): StockItemRow {
  const perDay = perDayOf(found.dispensed, found.days);
  return {
    id: found.id,
    product,
    locationId: text(found.registers, 'locationId'),
    unit: found.unit === '' ? null : found.unit,
    stock: unitParts(found.parts, found.unit),
    usable: found.usable,
    known: found.known,
    reorderPoint: found.point,
    below: found.below,
    belowBy: found.belowBy,
    belowSince: found.belowSince,
    perMonth: perMonthOf(perDay),
    demandDays: found.days,
    coverDays: found.known ? coverOf(found.usable, perDay) : null,
    nextExpiry: found.nextExpiry,
    observed: text(found.registers, 'observedOnHand'),
    observedMore: observedMore(found, text(found.registers, 'observedOnHand')),
  };
}
