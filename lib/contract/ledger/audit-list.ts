import { anInstant, chosenText, typedText } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import type { AuditRow } from './audit.ts';

const longest = 700;

/** The audit log, newest first: ids and codes only. `kind` and `id`: of what was seen or changed; `glass`: an opening by break-glass, and the views under it. */
export const auditList = defineList({
  name: 'audit',
  path: '/api/audit',
  key: ['audit'],
  permission: 'audit.read',
  row: rowType<AuditRow>(),
  filter: {
    actor: chosenText(longest),
    action: typedText(longest),
    kind: typedText(longest),
    id: typedText(longest),
    glass: chosenText(longest),
    from: anInstant,
    to: anInstant,
  },
  apiOnly: {},
  sort: { by: ['at'], first: '-at' },
});
