import { type Change, change } from './change.ts';
import { type Row, type Rows, text } from './fold.ts';
import type { Origin } from './register.ts';

/** What an event is heard to have said of another row than its own. */
export type Learnt = Change & { readonly origin: Origin };

/** The movements that a return can have made, by their ids: it came back, and was destroyed or credited. */
export function movementsOfReturn(returnId: string): readonly string[] {
  return [`return:${returnId}`, `disposal:${returnId}`];
}

function learnt(id: string, dispense: Row): readonly Learnt[] {
  return (['stockItemId', 'lotNumber'] as const).flatMap((field) => {
    const register = dispense[field];
    const value = text(dispense, field);
    if (register === undefined || value === null) return [];
    const set = field === 'stockItemId' ? { givenFrom: value } : { givenLot: value };
    const origin = { seq: register.by, tie: register.t };
    return [{ ...change('stockMovement', id, register.at, set), origin }];
  });
}

/**
 * A return may name nothing but its dispense: where that was taken from, it went back to. Said again whenever either of the two is heard of, as
 * the dispense's own event said it, so that the order of the two makes no difference.
 */
export function stockFromDispenses(rows: Pick<Rows, 'stockMovement' | 'dispense'>): readonly Learnt[] {
  return [...rows.stockMovement].flatMap(([id, row]) => {
    const dispense = rows.dispense.get(text(row, 'dispenseId') ?? '');
    return dispense === undefined ? [] : learnt(id, dispense);
  });
}
