import type { ChaosInstance } from './instance.ts';
import type { ChaosOutcome } from './outcome.ts';

/** The extent: `full` is `npm run chaos`, `short` its form in `npm test`. */
export type Size = 'full' | 'short';

/** One row of the reliability table: what is done to the instance, what must hold, and how both are tried. */
export type Fault = {
  readonly key: string;
  readonly fault: (size: Size) => string;
  readonly must: string;
  readonly run: (instance: ChaosInstance, size: Size) => Promise<ChaosOutcome>;
};
