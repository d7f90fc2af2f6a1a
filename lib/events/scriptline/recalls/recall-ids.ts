import { z } from 'zod';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import type { Subject } from '#lib/domain/ledger/timeline';
import { scalar, unlike } from '#lib/events/scalar';
import { lotNumber, lotRow, stockItemRow } from '#lib/events/scriptline/stock-ids';
import { Unreadable } from '#lib/events/unreadable';

const longest = 900;

function named(what: string, shape: RegExp) {
  return scalar((value) => {
    if (typeof value !== 'string') return unlike('text', value);
    const known = shape.test(value) && value.length <= longest && isStorableText(value);
    return known ? value : new Unreadable(`the id of a ${what}`, 'other text');
  });
}

/** `medication:rcl_1`, or `scriptline:rcl_…` for a case that a person opened. */
export const recallRow = named('recall case', /^(medication|scriptline):\S/);
/** A sender's patient (`medication:pat_1`), or the dispense where no sender named one (`dispense:medication:dsp_1`). */
export const personRow = named('person', /^(osigu|photon|medication|dispense):\S/);

export const recalledLot = z.object({ stockItemId: stockItemRow.required, lotNumber: lotNumber.optional });
export type RecalledLot = z.output<typeof recalledLot>;

export function aboutRecall(recallId: string): Subject {
  return { kind: 'recall', id: recallId };
}

/** `{case}|{stock item}|{lot, empty: all of them}` */
export function recallLotRow(recallId: string, stockItemId: string, lot: string | undefined): string {
  return rowId(recallId, stockItemId, lot ?? '');
}

/** A recall names a lot: the case's own row for it, the lot itself quarantined, and the alert of it. `at`: the fact's time. */
export function recalledLotChanges(
  recallId: string,
  { stockItemId, lotNumber: lot }: RecalledLot,
  at: string,
  reason: string | undefined,
): readonly Change[] {
  const row = lotRow({ stockItemId, lotNumber: lot });
  const frozen = { frozen: 'recalled', recalled: 'recalled', frozenReason: reason } as const;
  return [
    change('recallLot', recallLotRow(recallId, stockItemId, lot), at, {
      ...{ recallId, stockItemId, lotNumber: lot, recalledAt: at },
    }),
    ...(row === undefined ? [] : [change('lot', row, at, { stockItemId, lotNumber: lot, ...frozen })]),
    change('alert', rowId('recall', stockItemId, ...(lot === undefined ? [] : [lot])), at, {
      ...{ kind: 'recall', stockItemId, lotNumber: lot, openedAt: at, raisedAt: at, reason },
    }),
  ];
}
