import { chosenText, oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { returnStates } from '#lib/domain/stock/stock-filter';
import type { ReturnRow } from './dispense.ts';

/** The returned units, newest first. `state`: the decision about them; `open`: not decided yet. */
export const returnsList = defineList({
  name: 'returns',
  path: '/api/returns',
  key: ['pharmacy', 'returns'],
  permission: 'dispenses.read',
  row: rowType<ReturnRow>(),
  filter: { state: oneOf(returnStates), location: chosenText() },
  apiOnly: {},
  sort: { by: ['at'], first: '-at' },
});
