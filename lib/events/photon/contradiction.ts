import type { z } from 'zod';

type Pair<P> = readonly [path: keyof P & string, one: string | number | undefined, other: string | number | undefined];

/** Refuses a payload that gives one thing twice and differently: the right one cannot be known. */
export function agreeing<P>(pairs: (data: P) => readonly Pair<P>[]) {
  return (context: z.core.ParsePayload<P>): void => {
    for (const [path, one, other] of pairs(context.value)) {
      if (one === undefined || other === undefined || one === other) continue;
      context.issues.push({
        code: 'custom',
        path: [path],
        input: undefined,
        message: 'expected one value, got two that differ',
        // Left out, one of the two would decide alone.
        params: { wholePayload: true },
      });
    }
  };
}
