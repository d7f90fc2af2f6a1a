import { chosenText, oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { alertKinds, alertStates } from '#lib/domain/stock/stock-filter';
import type { AlertRow } from './stock.ts';

/** The alerts about stock, lots and signatures, newest first. */
export const alertsList = defineList({
  name: 'alerts',
  path: '/api/alerts',
  key: ['pharmacy', 'alerts'],
  permission: 'alerts.read',
  row: rowType<AlertRow>(),
  filter: { kind: oneOf(alertKinds), state: oneOf(alertStates), location: chosenText() },
  apiOnly: { stockItemId: chosenText() },
  sort: { by: ['raisedAt'], first: '-raisedAt' },
});
