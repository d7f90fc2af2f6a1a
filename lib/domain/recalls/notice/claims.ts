import { gs1 } from '#lib/domain/recalls/notice/codes/gs1';
import { ndcClaims } from '#lib/domain/recalls/notice/codes/ndc';
import { otherCodeClaims } from '#lib/domain/recalls/notice/codes/other-codes';
import { allLots } from './all-lots.ts';
import { type Claim, see, settleClaims } from './claim.ts';
import { date, dateAfterLabel, readDate } from './date.ts';
import { descriptions } from './described.ts';
import { exclusionPhrases } from './exclusion-phrases.ts';
import { expiryLabels, lotLabels, otherLabels } from './labels.ts';
import { noise } from './noise.ts';

/** Everything in the text that a recogniser knows, the surest first: they don't overlap. */
export function claimsIn(text: string): Claim[] {
  const seen = (recognisers: Parameters<typeof see>[1][]) => recognisers.flatMap((recogniser) => see(text, recogniser));
  const lots = seen(lotLabels.slice(0, 2));
  const expiry = seen([...expiryLabels]);
  return settleClaims(text, [
    ...seen([...gs1]),
    ...seen(noise.slice(0, 3)),
    ...ndcClaims(text),
    ...seen([...exclusionPhrases, ...descriptions, ...allLots]),
    ...lots,
    ...otherCodeClaims(text, lots),
    ...bareDates(text, [...lots, ...expiry]),
    ...seen([date]),
    ...seen(noise.slice(3)),
    ...seen(lotLabels.slice(2)),
    ...expiry,
    ...seen([...otherLabels]),
  ]);
}

/** `EXP 2 2000`, `Exp 0913`: dates only because a label says so; not after `Lot/Exp:`, where a lot comes first. */
function bareDates(text: string, labels: readonly Claim[]): Claim[] {
  const lotEnds = new Set(labels.flatMap(({ kind, end }) => (kind === 'lotLabel' ? [end, end + 1, end + 2] : [])));
  return labels.flatMap(({ kind, start, end }): Claim[] => {
    if (kind !== 'expiryLabel' || lotEnds.has(start)) return [];
    const from = end + (/^[\s:.#-]{0,4}/.exec(text.slice(end, end + 4))?.[0].length ?? 0);
    dateAfterLabel.lastIndex = from;
    const found = dateAfterLabel.exec(text)?.[0];
    return found && readDate(found, false) ? [{ kind: 'date', start: from, end: from + found.length }] : [];
  });
}
