import type { LotMatch, NamedMatch } from './named-index.ts';
import type { Notice } from './notice.ts';
import type { CandidateLot, ProductMatch } from './product.ts';

/** The reason of a verdict: how the lot matches the notice, and the facts for or against the product. */
export type MatchReason =
  | LotMatch
  | 'all-lots'
  | 'all-lots-by-name'
  | 'all-lots-limited'
  | 'product-unknown'
  | 'other-ndc'
  | 'several-products'
  | 'spared-and-named';

export interface LotVerdict {
  readonly verdict: 'matched' | 'ambiguous';
  readonly why: MatchReason;
}

export interface HeldRow {
  readonly held: CandidateLot;
  readonly product: ProductMatch;
}

export const matched = (why: MatchReason): LotVerdict => ({ verdict: 'matched', why });
export const ambiguous = (why: MatchReason): LotVerdict => ({ verdict: 'ambiguous', why });

/** By the lot's number: sure when it is named or safely in a range, and no other product with that number may be meant instead. */
export function byNumber(answers: readonly NamedMatch[], row: HeldRow, sameLot: readonly HeldRow[]): LotVerdict | null {
  const [best] = answers;
  if (!best) return null;
  const rivals = sameLot.filter((other) => other.product !== 'other-ndc' && !sameProduct(other.held, row.held));
  if (row.product === 'other-ndc')
    return rivals.some(({ product }) => product === 'ndc') ? null : ambiguous('other-ndc');
  const sure = best.how === 'named' || best.how === 'in-range' || (best.how === 'described' && row.product === 'ndc');
  if (!sure) return ambiguous(best.how);
  if (row.product === 'ndc' || rivals.length === 0) return matched(best.how);
  const onlyThisNamed = row.product === 'name' && rivals.every(({ product }) => product === 'unknown');
  return onlyThisNamed ? matched(best.how) : ambiguous('several-products');
}

/** Two items hold one product when an NDC or a name says so; one item is one product. */
function sameProduct(a: CandidateLot, b: CandidateLot): boolean {
  if (a.item === b.item) return true;
  if (a.ndc !== null && b.ndc !== null) return a.ndc === b.ndc;
  return a.productName !== null && a.productName.toLowerCase() === b.productName?.toLowerCase();
}

/** By "all lots": the product decides, so only its NDC makes it sure. What had expired by the notice's day is not meant by "within expiry". */
export function byProduct(notice: Notice, { held, product }: HeldRow, issuedOn: string | null): LotVerdict | null {
  if (!notice.allLots || product === 'other-ndc') return null;
  if (notice.withinExpiry && issuedOn !== null && held.expiryDate !== null && held.expiryDate < issuedOn) return null;
  if (product === 'ndc') return notice.limited ? ambiguous('all-lots-limited') : matched('all-lots');
  if (product === 'name') return ambiguous('all-lots-by-name');
  return held.ndc === null && held.productName === null ? ambiguous('product-unknown') : null;
}
