import type { BenchFigure } from './figure.ts';
import type { Server } from './server.ts';

/** The input of every part of the bench. */
export type Bench = {
  readonly server: Server;
  readonly rounds: number;
  /** The number of events that "many" means, where cost must not grow with history. */
  readonly events: number;
  readonly say: (line: string) => void;
  /** Adds a row to the table. */
  readonly found: (figure: BenchFigure) => void;
};

/** Runs `round` as often as asked, after one that warms everything up and is not counted. */
export async function inRounds<T>(rounds: number, round: () => Promise<T>): Promise<readonly T[]> {
  await round();
  const all: T[] = [];
  for (let nth = 0; nth < rounds; nth += 1) all.push(await round());
  return all;
}
