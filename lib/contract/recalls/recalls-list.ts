import { oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import type { RecallRow } from './recall.ts';
import { recallStates } from './recall-view.ts';

/** Recall cases, the latest first. */
export const recallsList = defineList({
  name: 'recalls',
  path: '/api/recalls',
  key: ['recalls'],
  permission: 'recalls.read',
  row: rowType<RecallRow>(),
  filter: { state: oneOf(recallStates) },
  apiOnly: {},
  sort: { by: ['recalledAt'], first: '-recalledAt' },
});
