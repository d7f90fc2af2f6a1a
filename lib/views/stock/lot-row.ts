import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { LotRow } from '#lib/contract/stock/stock';
import type { FoundLot } from '#lib/db/stock/find-lots';
import { text } from '#lib/domain/ledger/fold';
import { daysBetween, perDayOf, type Risk, risksOf } from '#lib/domain/stock/demand';
import { expiryDecisions } from '#lib/domain/stock/expiry-decision';
import { observedMore, unitParts } from './stock-row.ts';

/**
 * The one quantity of a lot that may still be used, or could have been: its risk is computed from this. Null where there are several units;
 * where the shelf is unknown, the observed quantity.
 */
function atStake(lot: FoundLot): { readonly unit: string; readonly quantity: string } | null {
  if (!lot.known) {
    const observed = text(lot.registers, 'observedOnHand');
    return observed === null ? null : { unit: lot.unit, quantity: observed };
  }
  const own = lot.parts.filter(({ part }) => part === 'usable' || part === 'expired');
  const [only] = own;
  return only && own.length === 1 ? { unit: only.unit, quantity: only.quantity } : null;
}

/** The risks of every lot of the given ones' stock items, first expired first out; `there` are all lots of those items that hold something. */
export function lotRisks(
  lots: readonly FoundLot[],
  there: readonly FoundLot[],
  today: string,
): ReadonlyMap<string, Risk> {
  const all = new Map<string, Risk>();
  const byItem = new Map(lots.map((lot) => [lot.stockItemId, lot]));
  for (const [stockItemId, { unit, dispensed, days }] of byItem) {
    const own = there.filter((lot) => lot.stockItemId === stockItemId);
    const expiring = own.flatMap((lot) => {
      const stake = atStake({ ...lot, unit });
      return stake === null || lot.expiryDate === null ? [] : [{ ...stake, id: lot.id, expiryDate: lot.expiryDate }];
    });
    for (const [id, risk] of risksOf(expiring, { unit, perDay: perDayOf(dispensed, days) }, today)) all.set(id, risk);
  }
  return all;
}

export type LotContext = {
  readonly product: ProductRef;
  readonly risk: Risk | undefined;
  readonly today: string;
  readonly person: (id: string | null) => string | null;
};

export function lotRowOf(found: FoundLot, { product, risk, today, person }: LotContext): LotRow {
  const { registers, expiryDate } = found;
  const decision = expiryDecisions.find((one) => one === text(registers, 'decision')) ?? null;
  const words = (field: string) => text(registers, field) || null;
  return {
    id: found.id,
    stockItemId: found.stockItemId,
    lotNumber: found.lotNumber,
    product,
    expiryDate,
    daysLeft: expiryDate === null ? null : daysBetween(today, expiryDate),
    hold: found.hold,
    holdReason:
      found.hold === 'free'
        ? null
        : (words('frozenReason') ?? (found.hold === 'recalled' ? (found.recall?.reason ?? null) : null)),
    holdBy: found.hold === 'free' ? null : person(text(registers, 'frozenBy')),
    recall: found.recall && { id: found.recall.id, closed: found.recall.closed },
    stock: unitParts(found.parts, found.unit),
    unit: found.unit === '' ? null : found.unit,
    known: found.known,
    observed: text(registers, 'observedOnHand'),
    observedMore: observedMore(found, text(registers, 'observedOnHand')),
    expectedUse: risk?.expectedUse ?? null,
    atRisk: risk?.atRisk ?? null,
    decision,
    decisionOwner: decision === null ? null : words('decisionOwner'),
    decisionReason: decision === null ? null : words('decisionReason'),
    decidedBy: decision === null ? null : person(text(registers, 'decidedBy')),
  };
}
