import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const fileOf = (dataDir: string) => path.join(dataDir, 'demo-begun');

/**
 * The moment that a play of the demo counts its times from, while it has not come to its end; null: none is under way. A play that was interrupted
 * goes on from the same moment, so that what was kept of it is the same event again, and not another one under its id.
 */
export function demoBegun(dataDir: string): Date | null {
  if (!existsSync(fileOf(dataDir))) return null;
  const at = new Date(readFileSync(fileOf(dataDir), 'utf8').trim());
  return Number.isNaN(at.getTime()) ? null : at;
}

export function beginDemo(dataDir: string, at: Date): void {
  writeFileSync(fileOf(dataDir), `${at.toISOString()}\n`);
}

export function endDemo(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}
