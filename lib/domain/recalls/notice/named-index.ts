import { normaliseLot } from '#lib/domain/stock/lot-number';
import { fitsPattern, inRange, shortRange } from './in-range.ts';
import { beginningsOf, lotSkeleton, withoutSuffix } from './lookalike.ts';
import type { LotRange, Notice } from './notice.ts';

export type LotMatch =
  | 'named'
  | 'in-range'
  | 'described'
  | 'near-range'
  | 'looks-alike'
  | 'suffix'
  | 'truncated'
  | 'short-range';

/** The lots of the notice that a held lot matches (`names`, as printed), and how surely. */
export interface NamedMatch {
  readonly how: LotMatch;
  readonly names: readonly string[];
}

export const rangeName = ({ from, to }: LotRange): string => `${from} - ${to}`;

/** The lots that a notice names, ready to be asked for thousands of held ones. */
export function indexNamed(notice: Notice): (lot: string) => NamedMatch[] {
  const exact = group(notice.lots, (lot) => [normaliseLot(lot)]);
  const skeletons = group(notice.lots, (lot) => [lotSkeleton(lot)]);
  const bare = group(notice.lots, (lot) => [withoutSuffix(lot)]);
  const beginnings = group(notice.lots, (lot) => beginningsOf(lotSkeleton(lot)));
  const shorts = notice.lots.flatMap((lot) => {
    const range = shortRange(lot);
    return range ? [{ lot, range }] : [];
  });

  return (lot) => {
    const skeleton = lotSkeleton(lot);
    const same = exact.get(normaliseLot(lot)) ?? [];
    const alike = (skeletons.get(skeleton) ?? []).filter((name) => !same.includes(name));
    const cut = [
      ...(beginnings.get(skeleton) ?? []),
      ...beginningsOf(skeleton).flatMap((part) => skeletons.get(part) ?? []),
    ];
    const ranges = notice.ranges.map((range) => ({ name: rangeName(range), where: inRange(lot, range) }));
    const within = (where: string) => ranges.filter((range) => range.where === where).map(({ name }) => name);
    const suffixed = [...(skeletons.get(withoutSuffix(lot)) ?? []), ...(bare.get(skeleton) ?? [])];
    const answers: NamedMatch[] = [
      { how: 'named', names: same },
      { how: 'in-range', names: within('inside') },
      { how: 'described', names: notice.patterns.filter((one) => fitsPattern(lot, one)).map(({ value }) => value) },
      { how: 'looks-alike', names: alike },
      { how: 'suffix', names: suffixed },
      { how: 'truncated', names: cut },
      { how: 'near-range', names: within('perhaps') },
      {
        how: 'short-range',
        names: shorts.filter(({ range }) => inRange(lot, range) !== 'outside').map(({ lot: name }) => name),
      },
    ];
    return answers.filter(({ names }) => names.length > 0);
  };
}

function group(lots: readonly string[], keysOf: (lot: string) => readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const lot of lots) {
    for (const key of keysOf(lot)) groups.set(key, [...(groups.get(key) ?? []), lot]);
  }
  return groups;
}
