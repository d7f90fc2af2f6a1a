import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#prisma/migrate';
import { seedDemo } from '#prisma/seed';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#scripts/embedded-postgres/start';

/**
 * Vitest's global setup: one throw-away server for the run. Its `scriptline` database is migrated, its `scriptline_demo` has the demo's tenants, too;
 * every test file gets a copy of one of them.
 */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-test-'));
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  const teardown = async () => {
    await server.stop('immediate');
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(server.adminUrl);
    await seedTemplate(server);
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env['TEST_SUPERUSER_URL'] = server.superuserUrl;
  process.env['TEST_TEMPLATE_URL'] = server.url;
  return teardown;
}

async function seedTemplate({ superuserUrl, url }: EmbeddedPostgres): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    await superuser.query('create database scriptline_demo owner scriptline template scriptline');
  } finally {
    await superuser.end();
  }
  const encryptionKey = randomBytes(32).toString('base64');
  await seedDemo(Object.assign(new URL(url), { pathname: '/scriptline_demo' }).href, encryptionKey);
  process.env['TEST_ENCRYPTION_KEY'] = encryptionKey;
}
