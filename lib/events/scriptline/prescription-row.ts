import type { Subject } from '#lib/domain/ledger/timeline';
import { scalar, unlike } from '../scalar.ts';
import { Unreadable } from '../unreadable.ts';

/** Our own events name rows, not sources' ids: `osigu:rx_1`. */
export const prescriptionRow = scalar((value) => {
  if (typeof value !== 'string') return unlike('text', value);
  const known = /^(osigu|photon|medication):\S/.test(value) && value.length <= 280;
  return known ? value : new Unreadable('the id of a prescription with its system', 'other text');
});

export function aboutPrescription(id: string): Subject {
  return { kind: 'prescription', id };
}
