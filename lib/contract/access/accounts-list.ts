import { defineList, rowType } from '#lib/contract/base/list';
import type { AccountRow } from './access.ts';

/** The tenant's accounts by name. They are as few as the people who work there, so that one order is enough. */
export const accountsList = defineList({
  name: 'accounts',
  path: '/api/accounts',
  key: ['access', 'accounts'],
  permission: 'access.read',
  row: rowType<AccountRow>(),
  filter: {},
  apiOnly: {},
  sort: null,
});

/** Rows of it that a screen asks for at once. */
export const accountsAtOnce = 100;
