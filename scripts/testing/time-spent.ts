import type { Took } from './count.ts';

const slowestShown = 12;

/** The time of a run: each stage, then the slowest files (files of one stage run side by side, so that their sum is more than its time). */
export function timeSpent(stages: readonly Took[], files: readonly Took[]): readonly string[] {
  const slowest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, slowestShown);
  const all = stages.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    `time spent: ${minutes(all)}`,
    ...stages.map(({ file, seconds }) => `  ${minutes(seconds)}  ${file}`),
    ...(slowest.length > 0 ? ['slowest files:'] : []),
    ...slowest.map(({ file, seconds }) => `  ${minutes(seconds)}  ${file}`),
  ];
}

const minutes = (seconds: number) => `${(seconds / 60).toFixed(1).padStart(5)} min`;
