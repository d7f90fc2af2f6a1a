import type { Cast } from './clinic.ts';
import { medicationEvent } from './envelopes.ts';
import { type Medicine, medicines } from './medicines.ts';
import { shelf } from './shelf.ts';
import { type Story, secondsBefore, storySteps } from './story.ts';

/** The first stock of a clinic's shelves before anything leaves them, so that records begin where the shelf does: a delivery of each medicine. */
export function openingShelves(cast: Cast, quantityOf: (medicine: Medicine, stockItemId: string) => number): Story {
  const { clinic, random, ids } = cast;
  const correlation = ids.next('corr');
  const story = storySteps(random, (type, data, actor = clinic.pharmacists[0]) =>
    medicationEvent(cast, correlation, type, data, actor),
  );
  for (const medicine of medicines) {
    const { stockItemId, lotNumber, expiryDate } = shelf(cast, medicine);
    const grnNumber = ids.next('GRN').toUpperCase();
    story.tell('medication.inventory.stock_received.v1', (at) => ({
      ...{ stockItemId, medicationCode: medicine.code, medicationDisplay: medicine.display, lotNumber, expiryDate },
      ...{ quantity: quantityOf(medicine, stockItemId), quantityUnit: medicine.unit, grnNumber },
      ...{ supplier: 'Distribuidora Norte', locationId: clinic.location, receivedAt: secondsBefore(at, 300) },
    }));
  }
  return story.steps;
}
