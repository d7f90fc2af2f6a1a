import { interpretRow } from '#lib/events/interpret-row';
import { type Processing, processEvents } from '#lib/processing/overview/process-events';

/** The worker's own way of reading and retrying, with pauses of a second in place of minutes. */
export const asWorker: Processing = {
  policy: { baseSeconds: 1, capSeconds: 60 },
  batch: 256,
  interpret: interpretRow,
};

/** A catalogue that has a bug for one message, and for that one only. */
export function poisoned(messageId: unknown): Processing {
  return {
    ...asWorker,
    interpret: (row) => {
      if (row.messageId === messageId) throw new TypeError(`cannot read ${String(row.data?.['patientId'])}`);
      return interpretRow(row);
    },
  };
}

/** Processes until nothing is due; answers how many rows were taken. */
export async function processAll(processing: Processing = asWorker): Promise<number> {
  let all = 0;
  for (let took = await processEvents(processing); took > 0; took = await processEvents(processing)) all += took;
  return all;
}
