import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '#prisma/migrate';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres/start';

/** Vitest's global setup: one throw-away server for the run, its `scriptline` database migrated, from which every test file gets a copy. */
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
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env['TEST_SUPERUSER_URL'] = server.superuserUrl;
  process.env['TEST_TEMPLATE_URL'] = server.url;
  return teardown;
}
