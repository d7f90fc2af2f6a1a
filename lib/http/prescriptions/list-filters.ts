import { z } from 'zod';
import { systems } from '#lib/domain/base/system';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import { emailStates, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import { instantParameter, oneOf, paging } from '#lib/http/base/list-query';

/** `q` finds codes, ids and medicines; never a person. */
export const prescriptionFilter = z.object({
  ...paging,
  q: z.string().trim().max(100).optional(),
  state: oneOf(prescriptionStates),
  email: oneOf(emailStates),
  system: oneOf(systems),
  format: z.enum(['json', 'csv']).default('json'),
});

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
