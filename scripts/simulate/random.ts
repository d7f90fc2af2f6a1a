/** Choices that come out the same for the same seed. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly real: () => number;
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
};

/** Mulberry32: small, quick, and good enough to draw a day from. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const real = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    real,
    int: (from, to) => from + Math.floor(real() * (to - from + 1)),
    chance: (probability) => real() < probability,
    pick: (list) => {
      const [chosen] = list.slice(Math.floor(real() * list.length));
      if (chosen === undefined) throw new RangeError('There is nothing to pick from');
      return chosen;
    },
  };
}
