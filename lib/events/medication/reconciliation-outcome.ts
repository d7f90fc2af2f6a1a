import { z } from 'zod';
import { id, textScalar } from '../scalars.ts';

/** A reconciliation's decision about one medicine. */
export const reconciliationOutcomes = z
  .array(z.object({ action: textScalar.optional, prescriptionId: id.optional, medicationDisplay: textScalar.optional }))
  .max(500)
  .nullish();
export type ReconciliationOutcome = NonNullable<z.output<typeof reconciliationOutcomes>>[number];

const spoken: Readonly<Record<string, 'continued' | 'stopped' | 'changed' | 'started'>> = {
  continue: 'continued',
  continued: 'continued',
  stop: 'stopped',
  stopped: 'stopped',
  discontinued: 'stopped',
  change: 'changed',
  changed: 'changed',
  modified: 'changed',
  add: 'started',
  added: 'started',
  start: 'started',
  started: 'started',
};

/** The number of medicines for each decision: "continued 3, stopped 1". An unknown word counts as `other`. */
export function countOutcomes(decided: readonly ReconciliationOutcome[]) {
  const counts = { continued: 0, stopped: 0, changed: 0, started: 0, other: 0 };
  for (const { action } of decided) {
    const word = action?.toLowerCase() ?? '';
    counts[(Object.hasOwn(spoken, word) ? spoken[word] : undefined) ?? 'other'] += 1;
  }
  return counts;
}
