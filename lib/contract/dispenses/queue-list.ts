import { defineList, rowType } from '#lib/contract/base/list';
import type { QueueRow } from '#lib/contract/overview/pharmacy';

/** What waits at the pharmacy. Its order is that of the counter, the longest waiting first: nobody is served by another one. */
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
