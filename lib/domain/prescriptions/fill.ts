import { add, compare, times } from '#lib/domain/base/decimal';
import { flag, number, type Row, text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from './prescription-parts.ts';

/**
 * The quantities of one item that were prescribed, dispensed and brought back, in one unit. `null` is "not supplied"; `mixed`: facts came
 * in different units, which never add (model.md, "Units").
 */
export type ItemFill = {
  readonly line: number;
  readonly prescribed: string | null;
  readonly dispensed: string | null;
  readonly returned: string | null;
  readonly unit: string | null;
  readonly mixed: boolean;
  /** True where the pharmacy dispensed all of it; null when that cannot be said. */
  readonly complete: boolean | null;
};

function sameUnit(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.trim().toLowerCase() === b.trim().toLowerCase();
}

type Sum = { readonly total: string | null; readonly mixed: boolean; readonly unit: string | null };

function sum(rows: readonly Row[], unit: string | null): Sum {
  let total: string | null = null;
  let mixed = false;
  let seen = unit;
  for (const row of rows) {
    const quantity = text(row, 'quantity');
    if (quantity === null) continue;
    const own = text(row, 'unit');
    if (!sameUnit(own, seen)) mixed = true;
    seen ??= own;
    total = total === null ? quantity : add(total, quantity);
  }
  return { total: mixed ? null : total, mixed, unit: seen };
}

/** Dispenses that count: a canceled visit to the counter withdraws its own. */
export function countedDispenses(parts: PrescriptionParts): readonly Row[] {
  return parts.dispenses.filter((row) => {
    const visit = parts.dispensations.get(text(row, 'dispensationId') ?? '');
    return text(visit, 'state') !== 'cancelled';
  });
}

/** Visits to a counter that were completed without a list of what was handed out: a fill whose quantity is not supplied. */
export function unlistedVisits(parts: PrescriptionParts): readonly Row[] {
  const listed = new Set(parts.dispenses.map((row) => text(row, 'dispensationId')));
  return [...parts.dispensations].flatMap(([id, visit]) =>
    text(visit, 'state') === 'completed' && !listed.has(id) ? [visit] : [],
  );
}

type Given = {
  readonly dispenses: readonly Row[];
  readonly returns: readonly Row[];
  /** Something was handed out that nobody listed: it may have been of any item. */
  readonly unlisted: boolean;
};

function itemFill(item: Row, { dispenses, returns, unlisted }: Given): ItemFill {
  const quantity = text(item, 'quantity');
  const prescribed = quantity === null ? null : times(quantity, (number(item, 'refills') ?? 0) + 1);
  const out = sum(dispenses, text(item, 'unit'));
  const back = sum(returns, out.unit);
  const mixed = out.mixed || back.mixed;
  const unmeasured =
    unlisted || dispenses.some((row) => text(row, 'quantity') === null && flag(row, 'partial') !== true);
  const enough = prescribed !== null && out.total !== null ? compare(out.total, prescribed) >= 0 : null;
  return {
    line: number(item, 'line') ?? 1,
    prescribed,
    dispensed: mixed ? null : (out.total ?? (unmeasured ? null : '0')),
    returned: mixed ? null : (back.total ?? '0'),
    unit: out.unit,
    mixed,
    complete: unmeasured ? true : enough,
  };
}

/**
 * The fill of each item. With one item every dispense is of it; with several, a dispense belongs to the item of its product code.
 * `prescribed` counts every allowed fill: quantity × (refills + 1).
 */
export function fillOf(parts: PrescriptionParts): readonly ItemFill[] {
  const fills = eachFill(parts);
  // Photon sends no dispenses at all: "not supplied", never 0 (model.md, "Prescribed").
  const unsaid = parts.id.startsWith('photon:') && parts.dispenses.length === 0;
  return unsaid ? fills.map((fill) => ({ ...fill, dispensed: null, returned: null, complete: null })) : fills;
}

function eachFill(parts: PrescriptionParts): readonly ItemFill[] {
  const dispenses = countedDispenses(parts);
  const unlisted = unlistedVisits(parts).length > 0;
  const only = parts.items[0];
  if (parts.items.length === 1 && only) return [itemFill(only, { dispenses, returns: parts.returns, unlisted })];
  return parts.items.map((item) => {
    const own = dispenses.filter((row) => text(row, 'productCode') === text(item, 'productCode'));
    return itemFill(item, { dispenses: own, returns: [], unlisted });
  });
}
