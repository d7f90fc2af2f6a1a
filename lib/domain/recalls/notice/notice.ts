/** A position in the pasted text: `text.slice(start, end)`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface LotRange {
  readonly from: string;
  readonly to: string;
}

/** Lots named by a description instead of by number: "beginning with 5", "12345 and higher". */
export interface LotPattern {
  readonly kind: 'begins' | 'ends' | 'from' | 'upTo';
  readonly value: string;
}

export type FindKind = 'lot' | 'range' | 'ndc' | 'allLots' | 'expiry' | 'exclusion' | 'pattern';

export interface Find extends TextSpan {
  readonly kind: FindKind;
  /** As printed; for an expiry its ISO form (`2013-09`, `2024-12-31`), or as printed when it can't be read as a date. */
  readonly value: string;
}

/**
 * The names in a pasted recall notice. Lots, ranges and NDCs are as printed, each once, in the order of the text; a range's end written
 * short ("12345 through 60", "1234A-F") is written out.
 */
export interface Notice {
  readonly text: string;
  readonly lots: readonly string[];
  readonly ranges: readonly LotRange[];
  readonly ndcs: readonly string[];
  readonly allLots: boolean;
  /** "All lots within expiry": what had expired when the notice came out is not meant. */
  readonly withinExpiry: boolean;
  /** "All lots expiring before …", "all lots distributed since …": all of the product, but for a limit that only a person can check. */
  readonly limited: boolean;
  readonly expiries: readonly { readonly lot: string; readonly expiry: string }[];
  /** Lots and ranges (`from - to`) that the notice names as not affected. One that is also in `lots` or `ranges` is so only perhaps. */
  readonly exclusions: readonly string[];
  readonly excludedRanges: readonly LotRange[];
  readonly patterns: readonly LotPattern[];
  readonly finds: readonly Find[];
}
