import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from '#scripts/launcher/cannot-start';

/** The process number of the server that runs on this cluster, if one does. */
export function runningPostmaster(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && isPostgresOn(pid, cluster) ? pid : undefined;
}

/** After a crash the number may belong to another process by now: a server's working folder is its cluster's. */
function isPostgresOn(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

/** `fast` (SIGINT) ends sessions and writes everything out; `immediate` (SIGQUIT) is a crash on purpose. */
export type StopMode = 'fast' | 'immediate';

/** Stops the server and waits until it is gone. */
export async function stopPostmaster(cluster: string, mode: StopMode = 'fast', patienceMs = 30_000): Promise<void> {
  const pid = runningPostmaster(cluster);
  if (pid === undefined) return;
  signal(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  const until = Date.now() + patienceMs;
  while (runningPostmaster(cluster) === pid) {
    if (Date.now() > until)
      throw new CannotStart(
        `The database server (process ${pid}) in ${cluster} does not stop: end it by hand and start again.`,
      );
    await wait(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the check and the signal.
  }
}
