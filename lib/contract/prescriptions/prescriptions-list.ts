import { oneOf, typedText } from '#lib/contract/base/filter-field';
import { defineList, rowType } from '#lib/contract/base/list';
import { systems } from '#lib/domain/base/system';
import { emailStates, prescriptionStates } from '#lib/domain/prescriptions/prescription-state';
import type { PrescriptionRow } from './prescription.ts';

/** Prescriptions, the newest change first. `q`: codes, ids and medicines; never a person. Every filter has an index in this order, which no other column has. */
export const prescriptionsList = defineList({
  name: 'prescriptions',
  path: '/api/prescriptions',
  key: ['prescriptions'],
  permission: 'prescriptions.read',
  row: rowType<PrescriptionRow>(),
  filter: {
    q: typedText(100),
    state: oneOf(prescriptionStates),
    email: oneOf(emailStates),
    system: oneOf(systems),
  },
  apiOnly: {},
  sort: { by: ['updated'], first: '-updated' },
});
