import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart, reasonOf } from './cannot-start.ts';

/** The process that runs on a data folder, so that a second start, or a concurrent `npm run rebuild`, finds it. */
export type RunningInstance = { readonly pid: number; readonly address: string; readonly databaseUrl: string };

const fileOf = (dataDir: string) => path.join(dataDir, 'running.json');

export function runningInstance(dataDir: string): RunningInstance | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    const { pid, address, databaseUrl } = JSON.parse(readFileSync(file, 'utf8'));
    return isLauncher(Number(pid)) ? { pid, address, databaseUrl } : undefined;
  } catch {
    return undefined;
  }
}

/** @throws CannotStart when somebody else runs on this data folder */
export function refuseSecondInstance(dataDir: string): void {
  const other = runningInstance(dataDir);
  if (other === undefined || other.pid === process.pid) return;
  throw new CannotStart(
    `Scriptline already runs on ${dataDir}, at ${other.address} (process ${other.pid}): open that, or set SCRIPTLINE_DATA_DIR and PORT for a second one.`,
  );
}

export function writeRunningInstance(dataDir: string, instance: RunningInstance): void {
  try {
    writeFileSync(fileOf(dataDir), JSON.stringify(instance), { mode: 0o600 });
  } catch (error) {
    throw new CannotStart(`${fileOf(dataDir)} cannot be written: ${reasonOf(error)}.`);
  }
}

export function forgetRunningInstance(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

/** After a crash the number may be somebody else's by now. */
function isLauncher(pid: number): boolean {
  if (!(pid > 1)) return false;
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || /scripts\/\w+\./.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}
