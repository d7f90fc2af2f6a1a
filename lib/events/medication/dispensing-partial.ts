import { z } from 'zod';
import { add } from '#lib/domain/base/decimal';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { id, quantity, yesNo } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { dispenseChanges, dispenseFacts, dispenseShape, dispenseSubjects } from './dispense.ts';

const payload = z.object({
  ...dispenseShape,
  remainingQuantity: quantity.optional,
  isPartial: yesNo.optional,
  gatewayMedicationDispenseFhirId: id.optional,
});

/** The sum of this dispense and the rest it left: "10 of 30". */
function whole(data: z.output<typeof payload>): string | undefined {
  const { dispensedQuantity, remainingQuantity } = data;
  return dispensedQuantity === undefined || remainingQuantity === undefined
    ? undefined
    : add(dispensedQuantity, remainingQuantity);
}

export const dispensingPartial = defineEvent({
  type: 'medication.dispensing.partial.v1',
  system: 'medication',
  basis: 'reading',
  keep: '7y',
  payload,
  subjects: dispenseSubjects,
  factKey: (data) => `dispense:${data.dispenseId}`,
  entry: (data) => ({
    lane: 'fill',
    tone: 'warn',
    title: wording(
      ['partDispensedOf', { dispensed: data.dispensedQuantity, ...measure(whole(data), data.quantityUnit) }],
      ['partDispensed', measure(data.dispensedQuantity, data.quantityUnit)],
      ['partDispensedUnmeasured'],
    ),
    facts: [
      ...dispenseFacts(data),
      ...facts(
        ['remaining', quantityText(data.remainingQuantity, data.quantityUnit)],
        ['fhirDispense', data.gatewayMedicationDispenseFhirId, 'mono'],
      ),
    ],
  }),
  project: (data, { at }) =>
    dispenseChanges(data, at, {
      partial: true,
      remaining: data.remainingQuantity,
      fhirId: data.gatewayMedicationDispenseFhirId,
    }),
});
