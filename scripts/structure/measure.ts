import type { House } from './house.ts';

/** One figure of the house: the smaller, the better. */
export type Measure = {
  readonly name: string;
  /** It is printed and has no bound here: another check holds it, or every new screen makes it larger. */
  readonly unbounded?: true;
  read(house: House): Figure;
};

export type Figure = {
  readonly value: number;
  /** Where it comes from, for the person who wants it smaller. */
  readonly places: readonly string[];
};

/** A figure that counts its places. */
export const counted = (places: readonly string[]): Figure => ({ value: places.length, places });
