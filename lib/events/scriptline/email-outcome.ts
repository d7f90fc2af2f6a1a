import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { address, deliveryChange } from '../email.ts';
import { textScalar } from '../scalars.ts';
import { prescriptionRow } from './prescription-row.ts';

/** The outcome of an email of our own; `reply` is the mail server's, word for word. */
export const emailOutcome = z.object({
  prescriptionId: prescriptionRow.required,
  email: address.required,
  reply: textScalar.optional,
  /** The part of the conversation that was refused, of a failed one: `RCPT TO`, `AUTH PLAIN`. */
  stage: textScalar.optional,
});

export function outcomeChanges(
  data: z.output<typeof emailOutcome>,
  at: string,
  set: FieldsOf<'emailDelivery'>,
): readonly Change[] {
  return [
    change('prescription', data.prescriptionId, at, { attemptedAddress: data.email.toLowerCase() }),
    deliveryChange(data.prescriptionId, data.email, at, { carrier: 'smtp', ...set }),
  ];
}
