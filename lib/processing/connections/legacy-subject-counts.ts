import { countNamesFrom } from '#lib/db/connections/legacy-subject-parity';

/** Counts the names under which facts came, up to now: the parity of legacy and new names is computed from it. Safe beside other workers. */
export async function countLegacySubjects(): Promise<number> {
  let read = 0;
  let step = await countNamesFrom(null);
  while (step.count > 0) {
    read += step.count;
    step = await countNamesFrom(step.place);
  }
  return read;
}
