import type { LotPattern, LotRange, TextSpan } from './notice.ts';

/**
 * The state in which following lots are named as not affected. `sure`: the exception's own object is the list of lots. `unsure`: the same
 * sentence has an exception, and only a person can see which lots it excludes; such a lot is named and excluded at once.
 */
export type Sparing = 'no' | 'sure' | 'unsure';

/** A lot, a range or a description as the text names it. `at`: the token it begins with. */
export interface NamedLots extends TextSpan {
  readonly at: number;
  readonly what: { readonly lot: string } | LotRange | LotPattern;
  /** True where the text names it as not affected. */
  readonly spared: Sparing;
}
