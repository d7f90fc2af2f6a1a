import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { accepted, address, deliveryChange, masked } from '../email.ts';
import { id, moment } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutOsigu, osiguKey } from './keys.ts';

/** Published. Without the address nobody's email status could be known, so it is required. */
const payload = z.object({
  prescription_id: id.required,
  prescription_code: id.optional,
  email: address.required,
  delivered_at: moment.optional,
});

/** The receiving mail server accepted the message: nobody knows whether it was read, and a bounce can follow. */
export const prescriptionEmailDelivered = defineEvent({
  type: 'prescription.email_delivered',
  system: 'osigu',
  basis: 'published',
  keep: '2y',
  payload,
  clock: 'delivered_at',
  subjects: (data) => [
    aboutOsigu('prescription', data.prescription_id),
    aboutOsigu('prescription_code', data.prescription_code),
  ],
  entry: (data) => ({
    lane: 'reach',
    tone: 'good',
    title: { key: 'emailAccepted', params: { address: masked(data.email) } },
    facts: facts(['address', data.email, 'email']),
  }),
  project: (data, { at }) => [
    change('prescription', osiguKey(data.prescription_id), at, {
      code: data.prescription_code,
      attemptedAddress: data.email.toLowerCase(),
    }),
    deliveryChange(osiguKey(data.prescription_id), data.email, at, { ...accepted(at), carrier: 'osigu' }),
  ],
});
