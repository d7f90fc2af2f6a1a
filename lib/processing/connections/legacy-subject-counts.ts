import { readNamesFrom } from '#lib/db/connections/legacy-subject-parity';

/** Reads under which names facts came, up to now: what a parity of legacy and new names is told from. Safe beside other workers. */
export async function readNames(): Promise<number> {
  let read = 0;
  let step = await readNamesFrom(null);
  while (step.count > 0) {
    read += step.count;
    step = await readNamesFrom(step.place);
  }
  return read;
}
