import { z } from 'zod';
import { change } from '#lib/domain/change';
import { emailCause } from '#lib/domain/email-cause';
import { defineEvent } from '../define-event.ts';
import { address, deliveryChange, failure } from '../email.ts';
import { id, moment, text } from '../scalars.ts';
import { facts } from '../words.ts';
import { about, key } from './keys.ts';

/** Published: no code and no patient. It can arrive before its `issued`. */
const payload = z.object({
  prescription_id: id.required,
  email: address.required,
  reason: text.optional,
  attempted_at: moment.optional,
});

export const prescriptionEmailFailed = defineEvent({
  type: 'prescription.email_failed',
  system: 'osigu',
  basis: 'published',
  keep: '2y',
  payload,
  clock: 'attempted_at',
  subjects: (data) => [about('prescription', data.prescription_id)],
  entry: (data) => ({
    lane: 'reach',
    tone: 'bad',
    title: { key: 'emailFailed', params: { cause: emailCause(data.reason ?? '') } },
    facts: facts(['serverReply', data.reason, 'mono'], ['address', data.email, 'email']),
  }),
  project: (data, { at }) => [
    change('prescription', key(data.prescription_id), at, { attemptedAddress: data.email.toLowerCase() }),
    deliveryChange(key(data.prescription_id), data.email, at, {
      ...failure('failed'),
      // Said even where nothing was: the words of an earlier failure are not this one's.
      reason: data.reason ?? '',
      cause: emailCause(data.reason ?? ''),
      carrier: 'osigu',
    }),
  ],
});
