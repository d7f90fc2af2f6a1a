import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The cases of the named files under `cases`, one a line, in the order of the names. */
export function readCases<T>(folder: string, names: readonly string[], one: z.ZodType<T>): readonly T[] {
  return names.flatMap((name) => {
    const file = new URL(`./${folder}/${name}.jsonl`, import.meta.url);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => one.parse(JSON.parse(line)));
  });
}
