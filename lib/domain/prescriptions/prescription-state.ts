/** The word of a prescription's badge, by precedence: the first that holds (model.md, "Words"). `expired` holds only while it is not fully dispensed. */
export const prescriptionStates = [
  'canceled',
  'discontinued',
  'expired',
  'on_hold',
  'dispensed',
  'part_dispensed',
  'in_progress',
  'queued',
  'issued',
  'draft',
  'unknown',
] as const;
export type PrescriptionState = (typeof prescriptionStates)[number];

export const emailStates = ['unknown', 'queued', 'sending', 'accepted', 'failed', 'uncertain'] as const;
export type EmailState = (typeof emailStates)[number];

export const emailCauses = ['address', 'mailbox', 'refused', 'sender', 'passing', 'unknown'] as const;
export type EmailCauseWord = (typeof emailCauses)[number];
