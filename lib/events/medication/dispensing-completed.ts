import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { measure } from '../measure.ts';
import { id, yesNo } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { dispenseChanges, dispenseFacts, dispenseShape, dispenseSubjects } from './dispense.ts';

const payload = z.object({ ...dispenseShape, isPartial: yesNo.optional, gatewayMedicationDispenseFhirId: id.optional });

export const dispensingCompleted = defineEvent({
  type: 'medication.dispensing.completed.v1',
  system: 'medication',
  basis: 'published',
  keep: '7y',
  payload,
  subjects: dispenseSubjects,
  factKey: (data) => `dispense:${data.dispenseId}`,
  entry: (data) => ({
    lane: 'fill',
    tone: 'good',
    title: wording(['dispensed', measure(data.dispensedQuantity, data.quantityUnit)], ['dispensedUnmeasured']),
    facts: [...dispenseFacts(data), ...facts(['fhirDispense', data.gatewayMedicationDispenseFhirId, 'mono'])],
  }),
  project: (data, { at }) =>
    dispenseChanges(data, at, { partial: data.isPartial, fhirId: data.gatewayMedicationDispenseFhirId }),
});
