import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#scripts/embedded-postgres/port';
import { testEnvironment } from '#scripts/testing/run-stage';
import type { Bench } from './bench.ts';
import { begin } from './child.ts';

const start = path.resolve(import.meta.dirname, '../start.ts');

/** `npm start` with everything installed and built: the first on a new folder plays the demo, the second finds it. */
export async function starting({ server, rounds, say, found }: Bench): Promise<void> {
  const times: { first: number; second: number }[] = [];
  for (let nth = 0; nth < Math.min(rounds, 3); nth += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-bench-start-'));
    chmodSync(dataDir, 0o755);
    try {
      const env = testEnvironment({
        SCRIPTLINE_DATA_DIR: dataDir,
        SCRIPTLINE_DEMO: '1',
        PORT: String(await freePort()),
      });
      const once = () => untilFirstPage(env, path.join(server.folder, 'start.log'));
      times.push({ first: await once(), second: await once() });
      say(`first ${times.at(-1)?.first.toFixed(1)} s  second ${times.at(-1)?.second.toFixed(1)} s`);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const row = { section: 'start', against: '—', unit: 's' } as const;
  const first = { ...row, what: 'start on a new folder, built: first page', reach: null };
  found({ ...first, rounds: times.map((time) => time.first), note: 'the demo is played in it' });
  const second = { ...row, what: 'second start: first page', reach: { at: 'most', value: 10 } } as const;
  found({ ...second, rounds: times.map((time) => time.second) });
}

async function untilFirstPage(env: NodeJS.ProcessEnv, logFile: string): Promise<number> {
  const began = performance.now();
  const child = begin([start], env, logFile);
  try {
    const address = String(Reflect.get(Object(await child.told), 'ready'));
    const answer = await fetch(`${address}/sign-in`);
    if (!(await answer.text()).includes('<form')) throw new Error('the first page is not the one to sign in on');
    return (performance.now() - began) / 1000;
  } finally {
    await child.stop();
  }
}
