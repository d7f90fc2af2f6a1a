import { z } from 'zod';

/** One of a closed list of words; `null` is "not supplied", as everywhere. */
export function chosen<const W extends readonly [string, ...string[]]>(words: W) {
  return z
    .enum(words)
    .nullish()
    .transform((word) => word ?? undefined);
}

/** A list; `null` is "not supplied". */
export function listed<S extends z.ZodType>(item: S) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? undefined);
}
