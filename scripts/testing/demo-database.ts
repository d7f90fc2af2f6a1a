import { randomBytes } from 'node:crypto';
import { disconnect } from '#lib/db/base/prisma';
import { freshDemoDatabase, given } from '#scripts/testing/database';

/** The environment of a test file that needs a database: its own one, with the demo tenants in it. Call before anything of `lib/db` is used. */
export async function demoDatabase(): Promise<{
  readonly url: string;
  readonly encryptionKey: string;
  close(): Promise<void>;
}> {
  const { url, drop } = await freshDemoDatabase();
  const encryptionKey = given('TEST_ENCRYPTION_KEY');
  Object.assign(process.env, {
    ...{ DATABASE_URL: url, ENCRYPTION_KEY: encryptionKey, AUTH_SECRET: randomBytes(24).toString('hex') },
    ...{ NEXTAUTH_URL: 'http://127.0.0.1:3000', LOG_LEVEL: 'silent' },
  });
  return {
    ...{ url, encryptionKey },
    async close() {
      await disconnect();
      await drop();
    },
  };
}
