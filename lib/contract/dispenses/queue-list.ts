import { defineList, rowType } from '#lib/contract/base/list';
import type { QueueRow } from '#lib/contract/overview/pharmacy';

/** The prescriptions that wait at the pharmacy. They have one order, that of the counter: the longest waiting first. */
export const queueList = defineList({
  name: 'queue',
  path: '/api/queue',
  key: ['pharmacy', 'queue'],
  permission: 'dispenses.read',
  row: rowType<QueueRow>(),
  filter: {},
  apiOnly: {},
  sort: null,
});
