import { normaliseLot } from '#lib/domain/stock/lot-number';

/** Characters that are taken for one another on a label or by a reader of print. */
const confused: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };

/** A lot without the parts that people and printers get wrong: separators, a leading "LOT", zeros in front of numbers, characters that look alike. */
export function lotSkeleton(lot: string): string {
  return withoutLabel(normaliseLot(lot))
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/[OQILSBZ]/g, (letter) => confused[letter] ?? letter)
    .replace(/(?<!\d)0+(?=[^\s])/g, '');
}

/** Without "LOT", where a number is left. */
const withoutLabel = (lot: string) => (/\d/.test(lot) ? lot.replace(/^LOTE?[\s:#-]*/, '') : lot);

/** Shorter shared beginnings say nothing: half the shelf begins alike. */
const shortestBeginning = 5;
const mostMissing = 4;

/** The beginnings under which a lot could stand in a notice or on a shelf that cut it short. */
export function beginningsOf(skeleton: string): string[] {
  const shortest = Math.max(shortestBeginning, skeleton.length - mostMissing);
  const beginnings: string[] = [];
  for (let length = skeleton.length - 1; length >= shortest; length -= 1) beginnings.push(skeleton.slice(0, length));
  return beginnings;
}

/** A lot without the letters at its end (`69403A` → `69403`); as it is when there are none, or nothing else. */
export function withoutSuffix(lot: string): string {
  const bare = normaliseLot(lot).replace(/(?<![\s._/-])[\s._/-]*\p{L}{1,2}$/u, '');
  return /\d/.test(bare) ? lotSkeleton(bare) : lotSkeleton(lot);
}
