import { countNamesFrom } from '#lib/db/connections/legacy-subject-parity';

/** Reads under which names facts came, up to now: what a parity of legacy and new names is told from. Safe beside other workers. */
export async function countLegacySubjects(): Promise<number> {
  let read = 0;
  let step = await countNamesFrom(null);
  while (step.count > 0) {
    read += step.count;
    step = await countNamesFrom(step.place);
  }
  return read;
}
