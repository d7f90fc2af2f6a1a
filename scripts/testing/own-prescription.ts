import { randomUUID } from 'node:crypto';
import { inventedEvent } from './invented-events.ts';
import { keep } from './keep-events.ts';
import { processAll } from './processing.ts';

/** A signed prescription of a prescriber of the Medication Service, as its events made it; its id. */
export async function ownPrescriptionOf(prescriberId: string): Promise<string> {
  const prescriptionId = `rx_${randomUUID()}`;
  await keep(inventedEvent('medication.prescription.signed.v1', { data: { prescriptionId, prescriberId } }));
  await processAll();
  return `medication:${prescriptionId}`;
}
