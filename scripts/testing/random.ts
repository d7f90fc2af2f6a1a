/** A small seeded generator (mulberry32): the same seed tells the same story on every machine. */
export type TestRandom = {
  /** In [0, 1). */
  readonly next: () => number;
  readonly below: (count: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  readonly shuffled: <T>(items: readonly T[]) => T[];
};

export function random(seed: number): TestRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick: ([first, ...rest]) => rest[below(rest.length + 1)] ?? first,
    shuffled: (items) => {
      const keyed = items.map((item) => ({ item, place: next() }));
      return keyed.sort((a, b) => a.place - b.place).map(({ item }) => item);
    },
  };
}
