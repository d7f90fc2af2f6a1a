import { debounce, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { emailStates, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import type { PrescriptionFilter } from './prescription.ts';

/** The systems that send prescriptions; our own source sends none. */
export const senders = ['osigu', 'photon', 'medication'] as const;

/** The list's filter in the address bar. An unknown word is read as left out. */
export const prescriptionParsers = {
  q: parseAsString.withOptions({ limitUrlUpdates: debounce(250) }),
  state: parseAsStringLiteral(prescriptionStates).withOptions({ history: 'push' }),
  email: parseAsStringLiteral(emailStates).withOptions({ history: 'push' }),
  system: parseAsStringLiteral(senders).withOptions({ history: 'push' }),
};

export function prescriptionFilterOf(values: inferParserType<typeof prescriptionParsers>): PrescriptionFilter {
  const { q, state, email, system } = values;
  return {
    q: q?.trim() || undefined,
    state: state ?? undefined,
    email: email ?? undefined,
    system: system ?? undefined,
  };
}
