import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { rowId } from '#lib/domain/base/json/row-id';
import type { Subject } from '#lib/domain/ledger/timeline';
import { normaliseLot } from '#lib/domain/stock/lot-number';
import { scalar, unlike } from '../scalar.ts';
import { Unreadable } from '../unreadable.ts';

const longest = 600;

function row(what: string) {
  return scalar((value) => {
    if (typeof value !== 'string') return unlike('text', value);
    const known = /^(osigu|photon|medication):\S/.test(value) && value.length <= longest && isStorableText(value);
    return known ? value : new Unreadable(`the id of a ${what} with its system`, 'other text');
  });
}

/** Our own events name rows, not senders' ids: `medication:dsp_1`. */
export const dispenseRow = row('dispense');
export const returnRow = row('return');
export const stockItemRow = row('stock item');

/** A lot number as it is kept and compared. */
export const lotNumber = scalar((value) => {
  if (typeof value !== 'string') return unlike('text', value);
  const lot = normaliseLot(value);
  return lot !== '' && lot.length <= 256 && isStorableText(lot) ? lot : new Unreadable('a lot number', 'other text');
});

type About = {
  readonly dispenseId?: string | undefined;
  readonly returnId?: string | undefined;
  readonly prescriptionId?: string | undefined;
  readonly stockItemId?: string | undefined;
  readonly lotNumber?: string | undefined;
};

export function lotRow({ stockItemId, lotNumber }: About): string | undefined {
  return stockItemId === undefined || lotNumber === undefined ? undefined : rowId(stockItemId, lotNumber);
}

/** All subjects of an action on the shelf or on a dispense. */
export function aboutStock(data: About): readonly (Subject | undefined)[] {
  const { dispenseId, returnId, prescriptionId, stockItemId } = data;
  const lot = lotRow(data);
  return [
    returnId === undefined ? undefined : { kind: 'return', id: returnId },
    dispenseId === undefined ? undefined : { kind: 'dispense', id: dispenseId },
    prescriptionId === undefined ? undefined : { kind: 'prescription', id: prescriptionId },
    stockItemId === undefined ? undefined : { kind: 'stock_item', id: stockItemId },
    lot === undefined ? undefined : { kind: 'lot', id: lot },
  ];
}
