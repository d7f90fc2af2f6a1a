import { z } from 'zod';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import { instantParameter, oneOf, paging } from '#lib/http/base/list-query';

const word = z
  .string()
  .trim()
  .max(300)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

export const eventFilter = z.object({
  ...paging,
  ...{ q: word, type: word, source: word },
  status: oneOf(ledgerStatuses),
  from: instantParameter.optional(),
  to: instantParameter.optional(),
  repeated: oneOf(['yes']),
  unreadable: oneOf(['yes']),
});
