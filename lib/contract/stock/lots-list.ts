import { chosenText, oneOf, shownAs, typedText, wholeNumber } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import type { LotRow } from './stock.ts';

/** Lots, what expires soonest first, and those without a date last. `within`: only what is there and expires in so many days; 0 is what has expired. */
export const lotsList = defineList({
  name: 'lots',
  path: '/api/lots',
  key: ['pharmacy', 'lots'],
  permission: 'lots.read',
  row: rowType<LotRow>(),
  filter: {
    q: typedText(),
    within: shownAs(wholeNumber(0, 3650), 30),
    decided: oneOf(['yes', 'no']),
    location: chosenText(),
  },
  apiOnly: { stockItem: chosenText() },
  sort: { by: ['expiry'], first: 'expiry' },
});
