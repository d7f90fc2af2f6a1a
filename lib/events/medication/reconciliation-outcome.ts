import { z } from 'zod';
import { id, text } from '../scalars.ts';

/** What a reconciliation decided about one medicine. */
export const outcomes = z
  .array(z.object({ action: text.optional, prescriptionId: id.optional, medicationDisplay: text.optional }))
  .max(500)
  .nullish();
export type Outcome = NonNullable<z.output<typeof outcomes>>[number];

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

/** How many medicines went which way: "continued 3, stopped 1". A word that we don't know counts as `other`. */
export function tally(decided: readonly Outcome[]) {
  const counts = { continued: 0, stopped: 0, changed: 0, started: 0, other: 0 };
  for (const { action } of decided) {
    const said = action?.toLowerCase() ?? '';
    counts[(Object.hasOwn(spoken, said) ? spoken[said] : undefined) ?? 'other'] += 1;
  }
  return counts;
}
