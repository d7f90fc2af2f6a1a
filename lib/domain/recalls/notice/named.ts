import type { LotPattern, LotRange, Span } from './notice.ts';

/**
 * Whether lots that come now are named as not affected. `sure`: the exception's own object is the list of lots. `unsure`: an exception stands
 * in the same sentence, and only a person can tell what it takes out; such a lot is named and spared at once.
 */
export type Sparing = 'no' | 'sure' | 'unsure';

/** A lot, a range or a description as the text names it. `at`: the token it begins with. */
export interface Named extends Span {
  readonly at: number;
  readonly what: { readonly lot: string } | LotRange | LotPattern;
  /** Whether the text names it as not affected. */
  readonly spared: Sparing;
}
