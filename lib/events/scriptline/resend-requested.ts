import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { address, masked } from '../email.ts';
import { moment, textScalar, yesNo } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  email: address.required,
  reason: textScalar.optional,
  after: moment.optional,
  /** A mail server had answered that no such address exists, and the person who asked confirmed that it is right. */
  addressIsRight: yesNo.optional,
});

/** The address the doctor typed is the one on file from then on. */
export const resendRequested = defineEvent({
  type: 'scriptline.resend.requested',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'reach',
    tone: 'info',
    title: { key: 'resendRequested', params: { address: masked(data.email) } },
    facts: facts(
      ['address', data.email, 'email'],
      ['reason', data.reason],
      ['addressConfirmed', data.addressIsRight ? data.email : undefined, 'email'],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at }) => [
    change('prescription', data.prescriptionId, at, {
      ...{ resend: 'requested', fileAddress: data.email.toLowerCase() },
      resendAfter: data.after,
    }),
  ],
});
