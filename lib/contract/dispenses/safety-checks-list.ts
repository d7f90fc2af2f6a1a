import { oneOf } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import type { SafetyRow } from '#lib/contract/overview/pharmacy';

/** The checks due on open prescriptions, newest first: computed from all of them at once, so that it has no other order. */
export const safetyChecksList = defineList({
  name: 'safety-checks',
  path: '/api/safety-checks',
  key: ['pharmacy', 'safety'],
  permission: 'alerts.read',
  row: rowType<SafetyRow>(),
  filter: { state: oneOf(['open', 'acknowledged']) },
  apiOnly: {},
  sort: null,
});
