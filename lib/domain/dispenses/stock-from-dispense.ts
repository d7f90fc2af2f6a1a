import { type Row, type Rows, text } from '#lib/domain/ledger/fold';
import type { SettledField } from '#lib/domain/ledger/settled-field';

const copyOf = ({ v, at, r, t, by }: SettledField): SettledField => ({ v, at, r, t, by });
const isSame = (a: SettledField | undefined, b: SettledField | undefined) =>
  a?.v === b?.v && a?.at === b?.at && a?.t === b?.t;

/**
 * A return may name nothing but its dispense: it went back to where that was taken from. Computed from the two rows as they are now,
 * whenever either of them changes, so that the order makes no difference. Returns the movements that it changes.
 */
export function stockFromDispenses({ stockMovement, dispense }: Rows): ReadonlyMap<string, Row> {
  const changed = new Map<string, Row>();
  for (const [id, row] of stockMovement) {
    const dispenseId = text(row, 'dispenseId');
    if (dispenseId === null) continue;
    const { stockItemId: item, lotNumber: lot } = dispense.get(dispenseId) ?? {};
    const { givenFrom, givenLot, ...own } = row;
    if (isSame(givenFrom, item) && isSame(givenLot, lot)) continue;
    changed.set(id, { ...own, ...(item && { givenFrom: copyOf(item) }), ...(lot && { givenLot: copyOf(lot) }) });
  }
  return changed;
}
