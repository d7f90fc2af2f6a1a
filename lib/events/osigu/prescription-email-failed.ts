import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { emailCause } from '#lib/domain/mail/email-cause';
import { defineEvent } from '../define-event.ts';
import { address, deliveryChange, failure } from '../email.ts';
import type { Context } from '../received.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutOsigu, osiguKey } from './keys.ts';

/** Published: no code and no patient. It can arrive before its `issued`. */
const payload = z.object({
  prescription_id: id.required,
  email: address.required,
  reason: textScalar.optional,
  attempted_at: moment.optional,
});

/** Read from the whole of the source's text: a bounced email's own words come after pages of headers. */
function causeOf({ reason }: z.output<typeof payload>, { sent }: Context) {
  const whole = sent['reason'];
  return emailCause(typeof whole === 'string' ? whole : (reason ?? ''));
}

export const prescriptionEmailFailed = defineEvent({
  type: 'prescription.email_failed',
  system: 'osigu',
  basis: 'published',
  keep: '2y',
  payload,
  clock: 'attempted_at',
  subjects: (data) => [aboutOsigu('prescription', data.prescription_id)],
  entry: (data, context) => ({
    lane: 'reach',
    tone: 'bad',
    title: { key: 'emailFailed', params: { cause: causeOf(data, context) } },
    facts: facts(['serverReply', data.reason, 'mono'], ['address', data.email, 'email']),
  }),
  project: (data, context) => [
    change('prescription', osiguKey(data.prescription_id), context.at, { attemptedAddress: data.email.toLowerCase() }),
    deliveryChange(osiguKey(data.prescription_id), data.email, context.at, {
      ...failure('failed'),
      // Set even where no reason came: the words of an earlier failure are not this one's.
      reason: data.reason ?? '',
      cause: causeOf(data, context),
      carrier: 'osigu',
    }),
  ],
});
