import { add, compare, negate } from '#lib/domain/base/decimal';
import { type Row, text } from '#lib/domain/ledger/fold';
import { countedDispenses } from '#lib/domain/prescriptions/fill';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';

/** A recall as it affects a patient: the lots they received and have not returned, since when, and what the notice says. */
export type TouchedByRecall = {
  readonly lots: readonly string[];
  readonly recallClass: string | null;
  readonly reason: string | null;
  /** The first notice, and the latest: a snooze from before that no longer counts. */
  readonly since: string;
  readonly troubleAt: string;
  readonly why: readonly number[];
};

const recalls = (recall: Row, dispense: Row): boolean => {
  const lot = text(recall, 'lotNumber');
  return (
    text(recall, 'stockItemId') === text(dispense, 'stockItemId') &&
    (lot === null || lot === text(dispense, 'lotNumber'))
  );
};

/** A recall that affects a patient no longer: the fact that settled it, and its time. */
export type HealedRecall = TouchedByRecall & {
  readonly settledAt: string;
  readonly settledBy: 'returned' | 'recall_closed';
};

/**
 * The quantity of a lot that the patient may still have; null where a quantity is not supplied or the units differ: then nobody can say
 * that all of it was returned.
 */
function stillOut(given: readonly Row[], returned: readonly Row[]): string | null {
  const rows = [...given, ...returned];
  const units = new Set(rows.map((row) => text(row, 'unit')?.trim().toLowerCase()));
  if (units.size > 1) return null;
  let left = '0';
  for (const row of rows) {
    const quantity = text(row, 'quantity');
    if (quantity === null) return null;
    left = add(left, given.includes(row) ? quantity : negate(quantity));
  }
  return left;
}

/** The recalls that affect a patient through this prescription: a pure function of its rows and the notices, whichever came first. Null: none. */
export function touchedByRecall(parts: PrescriptionParts, notices: readonly Row[]): TouchedByRecall | null {
  const given = countedDispenses(parts).filter((row) => notices.some((recall) => recalls(recall, row)));
  const lots = [...new Set(given.map((row) => text(row, 'lotNumber') ?? ''))].sort();
  const out = lots.filter((lot) => {
    const ofLot = given.filter((row) => (text(row, 'lotNumber') ?? '') === lot);
    const back = parts.returns.filter((row) => (text(row, 'lotNumber') ?? (lots.length === 1 ? lot : null)) === lot);
    const left = stillOut(ofLot, back);
    return left === null || compare(left, '0') > 0;
  });
  const meant = notices
    .filter((recall) => given.some((row) => out.includes(text(row, 'lotNumber') ?? '') && recalls(recall, row)))
    .toSorted((a, b) => ((text(a, 'recalledAt') ?? '') < (text(b, 'recalledAt') ?? '') ? -1 : 1));
  const [first] = meant;
  const last = meant.at(-1);
  if (!first || !last) return null;
  return {
    lots: out.filter((lot) => lot !== ''),
    recallClass: text(last, 'recallClass'),
    reason: text(last, 'reason'),
    since: text(first, 'recalledAt') ?? '',
    troubleAt: text(last, 'recalledAt') ?? '',
    why: meant.flatMap((recall) => recall['_']?.by ?? []).toReversed(),
  };
}

/**
 * A recall that affected the patient and does no longer: they returned all of it after the notice, or the case was closed. Null: it still
 * affects them, or never did.
 */
export function healedFromRecall(
  parts: PrescriptionParts,
  open: readonly Row[],
  closed: readonly Row[],
): HealedRecall | null {
  if (touchedByRecall(parts, open)) return null;
  const returnedAt = parts.returns
    .map((row) => text(row, 'returnedAt') ?? row['_']?.at ?? '')
    .toSorted()
    .at(-1);
  const before = touchedByRecall({ ...parts, returns: [] }, open);
  if (before && returnedAt !== undefined && returnedAt >= before.since)
    return { ...before, settledAt: returnedAt, settledBy: 'returned' };
  const over = touchedByRecall(parts, closed);
  const closedAt = closed
    .flatMap((recall) => recall['state']?.at ?? [])
    .toSorted()
    .at(-1);
  return over && closedAt !== undefined ? { ...over, settledAt: closedAt, settledBy: 'recall_closed' } : null;
}
