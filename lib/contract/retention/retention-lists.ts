import { defineList, rowType } from '#lib/contract/base/list';
import type { LegalHoldRow, PurgeRunRow } from './retention.ts';

/** Legal holds, the latest first: a record of acts, read from its end. */
export const holdsList = defineList({
  name: 'legal-holds',
  path: '/api/retention/holds',
  key: ['retention', 'holds'],
  permission: 'retention.manage',
  row: rowType<LegalHoldRow>(),
  filter: {},
  apiOnly: {},
  sort: null,
});

/** Purges, the latest first: a chain of records, read from its end. Their file has a line for each purge and type of event. */
export const purgeRunsList = defineList({
  name: 'purge-runs',
  path: '/api/retention/runs',
  key: ['retention', 'runs'],
  permission: 'retention.manage',
  row: rowType<PurgeRunRow>(),
  filter: {},
  apiOnly: {},
  sort: null,
});
