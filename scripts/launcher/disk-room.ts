import { statfsSync } from 'node:fs';
import { CannotStart } from './cannot-start.ts';

const leastMegabytes = 100;

/** Refuses to begin where the embedded database would soon run out of room: half-way it could only stop in the middle of something. */
export function refuseFullDisk(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const megabytes = Math.floor((bavail * bsize) / 1024 ** 2);
  if (megabytes >= leastMegabytes) return;
  throw new CannotStart(
    `The disk of ${dataDir} is full but for ${megabytes} MB: free at least ${leastMegabytes} MB, or set SCRIPTLINE_DATA_DIR to another one.`,
  );
}
