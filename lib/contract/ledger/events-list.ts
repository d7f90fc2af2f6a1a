import { anInstant, oneOf, typedText } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import type { EventRow } from './event.ts';

/**
 * Events, newest receipt first. `q`: a message id, a subject's id (with or without its system) or a ledger number; `repeated`: only what came more
 * than once; `unreadable`: only what was processed with fields that could not be read; `from` and `to` (excluded) bound the receipt.
 */
export const eventsList = defineList({
  name: 'events',
  path: '/api/events',
  key: ['events'],
  permission: 'events.read',
  row: rowType<EventRow>(),
  filter: {
    q: typedText(),
    type: typedText(),
    source: typedText(),
    status: oneOf(ledgerStatuses),
    from: anInstant,
    to: anInstant,
    repeated: oneOf(['yes']),
    unreadable: oneOf(['yes']),
  },
  apiOnly: {},
  sort: { by: ['received'], first: '-received' },
});
