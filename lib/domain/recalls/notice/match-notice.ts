import { normaliseLot } from '#lib/domain/stock/lot-number';
import { inRange } from './in-range.ts';
import { indexNamed, rangeName } from './named-index.ts';
import type { Notice } from './notice.ts';
import { type CandidateLot, letterWords, matchProduct } from './product.ts';
import { ambiguous, byNumber, byProduct, type LotVerdict } from './verdict.ts';

export interface NoticeMatch extends LotVerdict {
  readonly lot: string;
  readonly item: string;
}

export interface NoticeMatches {
  readonly matches: readonly NoticeMatch[];
  /** Lots and ranges (`from - to`) that the notice names and nothing we hold answers to, not even perhaps. */
  readonly notHeld: readonly string[];
}

/**
 * The result of a notice for the lots we hold. `matched` needs the lot itself or one safely inside a named range, of a product that nothing
 * contradicts; any other lot that a person could take for it is `ambiguous`, which no machine closes. `issuedOn`: the notice's ISO date.
 */
export function matchNotice(
  notice: Notice,
  held: readonly CandidateLot[],
  issuedOn: string | null = null,
): NoticeMatches {
  const words = letterWords(notice.text);
  const answersOf = indexNamed(notice);
  const spared = new Set(notice.exclusions.map(normaliseLot));
  const rows = held.map((one) => ({ held: one, product: matchProduct(notice, words, one) }));
  const sameLot = Map.groupBy(rows, (row) => normaliseLot(row.held.lot));
  const matches: NoticeMatch[] = [];
  const found = new Set<string>();
  for (const [lot, sharers] of sameLot) {
    const answers = answersOf(lot);
    for (const row of sharers) {
      const isSpared = spared.has(lot);
      const verdict = isSpared
        ? answers[0]?.how === 'named' && ambiguous('spared-and-named')
        : (byNumber(answers, row, sharers) ?? byProduct(notice, row, issuedOn));
      if (!verdict) continue;
      const perhapsSpared = notice.excludedRanges.some((range) => inRange(lot, range) !== 'outside');
      const judged = perhapsSpared ? ambiguous('spared-and-named') : verdict;
      matches.push({ lot: row.held.lot, item: row.held.item, ...judged });
      for (const { names } of answers) for (const name of names) found.add(name);
    }
  }
  const named = [...notice.lots, ...notice.ranges.map(rangeName)];
  return { matches, notHeld: named.filter((name) => !found.has(name)) };
}
