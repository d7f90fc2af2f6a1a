import { defineList, rowType } from '#lib/contract/base/list';
import type { DeadLetterGroup, DeadLetterRow } from './dead-letter.ts';
import { groupField, screenFields } from './dead-letter-filter.ts';

/** Dead letters in the order of the ledger, the last receipt first. */
export const deadLettersList = defineList({
  name: 'dead-letters',
  path: '/api/dead-letters',
  key: ['dead-letters', 'rows'],
  permission: 'dead-letters.read',
  row: rowType<DeadLetterRow>(),
  filter: screenFields,
  apiOnly: groupField,
  sort: { by: ['received'], first: '-received' },
});

/** Dead letters by what caused them, the cause that struck last first: there are as few as causes, and what is new is to be seen first. */
export const deadLetterGroupsList = defineList({
  name: 'dead-letter-groups',
  path: '/api/dead-letters/groups',
  key: ['dead-letters', 'groups'],
  permission: 'dead-letters.read',
  row: rowType<DeadLetterGroup>(),
  filter: screenFields,
  apiOnly: groupField,
  sort: null,
});
