import { randomBytes } from 'node:crypto';
import { disconnect } from '#lib/db/base/prisma';
import { seedDemo } from '#prisma/seed';
import { freshDatabase } from '#scripts/testing/database';

/** The environment of a test file that needs a database: its own one, seeded with the demo tenants. Call before anything of `lib/db` is used. */
export async function demoDatabase(): Promise<{
  readonly url: string;
  readonly encryptionKey: string;
  close(): Promise<void>;
}> {
  const { url, drop } = await freshDatabase();
  const encryptionKey = randomBytes(32).toString('base64');
  Object.assign(process.env, {
    ...{ DATABASE_URL: url, ENCRYPTION_KEY: encryptionKey, AUTH_SECRET: randomBytes(24).toString('hex') },
    ...{ NEXTAUTH_URL: 'http://127.0.0.1:3000', LOG_LEVEL: 'silent' },
  });
  await seedDemo(url, encryptionKey);
  return {
    ...{ url, encryptionKey },
    async close() {
      await disconnect();
      await drop();
    },
  };
}
