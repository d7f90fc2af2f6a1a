import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '#prisma/migrate';
import { seedDemo } from '#prisma/seed';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres/start';
import { demoSecrets } from '#scripts/launcher/demo-secrets';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import type { Fault } from '../fault.ts';
import { outcome } from '../outcome.ts';
import { isOneSentence, type Refused, tryStart } from '../refused-start.ts';

const quiet = { durable: false, log: () => undefined };

/** Runs the embedded database of a data folder for as long as the work takes. */
async function within<T>(dataDir: string, work: (everyone: Everyone, url: string) => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres({ dataDir, ...quiet });
  try {
    await migrate(server.adminUrl);
    const everyone = await lookAtEveryone(server.url);
    return await work(everyone, server.url).finally(() => everyone.close());
  } finally {
    await server.stop();
  }
}

async function withFile<T>(file: string, text: string, work: () => Promise<T>): Promise<T> {
  const before = readFileSync(file);
  writeFileSync(file, text);
  return work().finally(() => writeFileSync(file, before));
}

async function portTaken(dataDir: string): Promise<Refused> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return tryStart(dataDir, { PORT: String(port) }).finally(() => server.close());
}

async function halfMigrated(dataDir: string): Promise<Refused> {
  const last = `migration_name = (select max(migration_name) from _prisma_migrations)`;
  const mark = (set: string) =>
    within(dataDir, (all) => all.rows(`update _prisma_migrations set ${set} where ${last}`));
  await mark('finished_at = null');
  // `within` would refuse to migrate it too: it is healed by hand.
  const refused = await tryStart(dataDir);
  const server = await startEmbeddedPostgres({ dataDir, ...quiet });
  const everyone = await lookAtEveryone(server.url);
  await everyone.rows(`update _prisma_migrations set finished_at = now() where ${last}`);
  await everyone.close();
  await server.stop();
  return refused;
}

/** On a disk of its own that holds so many megabytes; undefined where nobody lets us make one. */
async function diskFull(megabytes: number): Promise<Refused | undefined> {
  const disk = mkdtempSync(path.join(tmpdir(), 'scriptline-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true });
    return undefined;
  }
  try {
    const dataDir = path.join(disk, 'data');
    mkdirSync(dataDir);
    return await tryStart(dataDir);
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  }
}

export const cannotStart: Fault = {
  key: 'cannot-start',
  fault: () => 'disk full, port taken, database of another version, wrong secrets, half-applied migration',
  must: 'one clear sentence, exit ≠ 0, nothing damaged',
  run: async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-refused-'));
    chmodSync(dataDir, 0o755);
    try {
      await within(dataDir, (_everyone, url) => seedDemo(url, demoSecrets(dataDir).ENCRYPTION_KEY));
      const file = (...names: string[]) => path.join(dataDir, ...names);
      const otherKey = randomBytes(32).toString('base64');
      const otherPassword = readFileSync(file('postgres.json'), 'utf8').replace(
        /"superuserPassword":"\w+"/,
        '"superuserPassword":"x"',
      );
      const tried: readonly (readonly [name: string, refused: Refused | undefined, names: RegExp])[] = [
        ['port taken', await portTaken(dataDir), /^Port \d+ of 127\.0\.0\.1 is taken/],
        [
          'another version',
          await withFile(file('postgres', 'PG_VERSION'), '17\n', () => tryStart(dataDir)),
          /PostgreSQL 17/,
        ],
        ['a key of the wrong length', await tryStart(dataDir, { ENCRYPTION_KEY: 'c2hvcnQ=' }), /ENCRYPTION_KEY/],
        ['another key', await tryStart(dataDir, { ENCRYPTION_KEY: otherKey }), /ENCRYPTION_KEY is not the one/],
        [
          'another password',
          await withFile(file('postgres.json'), otherPassword, () => tryStart(dataDir)),
          /postgres\.json/,
        ],
        ['half-applied migration', await halfMigrated(dataDir), /was begun and not finished/],
        ['disk full', await diskFull(1), /is full/],
        ['disk almost full', await diskFull(44), /is full but for/],
      ];
      const ran = tried.flatMap(([name, refused, names]) => (refused ? [{ name, refused, names }] : []));
      const wrong = ran.filter(({ refused, names }) => !isOneSentence(refused, names));
      const tenants = await within(dataDir, (everyone) => everyone.rows('select 1 from "Tenant"'));
      const skipped = tried.length - ran.length;
      return outcome(
        [
          `${ran.length} starts refused${skipped > 0 ? ` (no right to mount a small disk here: ${skipped} not tried)` : ''}`,
          ran.length >= 6,
        ],
        [
          wrong.length === 0
            ? 'one sentence and exit 1 each'
            : wrong.map(({ name, refused }) => `${name}: ${refused.code} ${refused.sentence}`).join(' | '),
          wrong.length === 0,
        ],
        [`${tenants.length} tenants still there`, tenants.length === 2],
      );
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
