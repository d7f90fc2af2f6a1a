import { randomUUID } from 'node:crypto';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { processAll } from './processing.ts';

/** A prescription that a doctor of Osigu's issued, with a code of its own, as its event made it; its id. */
export async function ownPrescriptionOf(doctorId: string): Promise<string> {
  const id = randomUUID();
  const data = {
    prescription_id: `rx_${id}`,
    prescription_code: `RX-${id.slice(0, 8)}`,
    doctor: { doctor_id: doctorId },
  };
  await appendToLedger([newEvent('osigu', inventedEvent('prescription.issued', { data }))]);
  await processAll();
  return `osigu:rx_${id}`;
}
