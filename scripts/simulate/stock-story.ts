import type { Cast } from './clinic.ts';
import { medicationEvent } from './envelopes.ts';
import { type Medicine, medicines } from './medicines.ts';
import { shelf } from './shelf.ts';
import { type Story, secondsBefore, storySteps } from './story.ts';

export const stockEndings = ['received', 'reorder', 'expiry', 'recall', 'formulary'] as const;
export type StockPlot = { readonly ending: (typeof stockEndings)[number]; readonly medicine?: Medicine };

const suppliers = ['Distribuidora Norte', 'Droguería Altamar', 'Wholesale Meridian'];
const recalls = ['Dissolution out of specification', 'Wrong leaflet in the box', 'Foreign tablet found in a bottle'];

/** The events on a shelf: a delivery and its consequences, or that it runs low. */
export function stockStory(cast: Cast, plot: StockPlot): Story {
  const { clinic, random, ids } = cast;
  const [pharmacist] = clinic.pharmacists;
  const correlation = ids.next('corr');
  const story = storySteps(random, (type, data, actor = pharmacist) =>
    medicationEvent(cast, correlation, type, data, actor),
  );
  const medicine = plot.medicine ?? random.pick(medicines);
  if (plot.ending === 'formulary') {
    const [added, removed] = [medicine.code, random.pick(medicines).code];
    const version = `${ids.run}-${ids.next('v')}`;
    story.tell('tenant.formulary.updated.v1', () => ({
      version,
      added: [added],
      removed: added === removed ? [] : [removed],
    }));
    return story.steps;
  }
  const { stockItemId, lotNumber, expiryDate } = shelf(cast, medicine);
  const quantityOnHand = random.int(4, 25);
  if (plot.ending === 'reorder') {
    story.tell('medication.inventory.reorder_alert.v1', () => ({
      ...{ stockItemId, medicationDisplay: medicine.display, quantityOnHand, reorderPoint: 40 },
      quantityUnit: medicine.unit,
    }));
    return story.steps;
  }
  const grnNumber = ids.next('GRN').toUpperCase();
  const [quantity, supplier] = [medicine.quantity * random.int(10, 40), random.pick(suppliers)];
  story.tell('medication.inventory.stock_received.v1', (at) => ({
    ...{ stockItemId, medicationCode: medicine.code, medicationDisplay: medicine.display, lotNumber, expiryDate },
    ...{ quantity, quantityUnit: medicine.unit, grnNumber },
    ...{ supplier, locationId: clinic.location, receivedAt: secondsBefore(at, 300) },
  }));
  if (plot.ending === 'received') return story.steps;
  story.wait(240, 1200);
  if (plot.ending === 'expiry') {
    story.tell('medication.inventory.expiry_alert.v1', () => ({
      ...{ stockItemId, lotNumber, expiryDate, quantityOnHand, horizonDays: 90 },
    }));
  }
  if (plot.ending === 'recall') {
    const [recallId, recallClass, reason] = [ids.next('rcl'), random.pick(['I', 'II', 'III']), random.pick(recalls)];
    story.tell('medication.inventory.recall_triggered.v1', (at) => ({
      ...{ stockItemId, lotNumber, recallId, recallClass, reason, depth: 'patient' },
      ...{ triggeredBy: pharmacist ?? '', recalledAt: secondsBefore(at, 20) },
    }));
  }
  return story.steps;
}
