import type { LotPattern, LotRange, Span } from './notice.ts';

/** A lot, a range or a description as the text names it. `at`: the token it begins with. */
export interface Named extends Span {
  readonly at: number;
  readonly what: { readonly lot: string } | LotRange | LotPattern;
  readonly spared: boolean;
}
