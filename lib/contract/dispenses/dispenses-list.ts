import { anInstant, chosenText, oneOf, typedText } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { countersignFilters, dispenseKinds, reviewStates } from '#lib/domain/stock/stock-filter';
import type { DispenseRow } from './dispense.ts';

/** Dispenses, newest first. `q`: an id of a dispense or a prescription, whole; `substance`: as the controlled register calls it. */
export const dispensesList = defineList({
  name: 'dispenses',
  path: '/api/dispenses',
  key: ['pharmacy', 'dispenses'],
  permission: 'dispenses.read',
  row: rowType<DispenseRow>(),
  filter: {
    q: typedText(),
    lot: typedText(),
    location: chosenText(),
    substance: chosenText(),
    reviewed: oneOf(reviewStates),
    kind: oneOf(dispenseKinds),
    countersign: oneOf(countersignFilters),
  },
  apiOnly: { stockItem: chosenText(), controlled: oneOf(['yes', 'no']), from: anInstant, to: anInstant },
  sort: { by: ['at'], first: '-at' },
});
