import path from 'node:path';
import { Conflict } from '#lib/domain/base/refusal';
import { isTimeZone } from '#lib/domain/base/time/time-zone';
import { isEmailAddress } from '#lib/domain/base/web/email-address';
import { migrate } from '#prisma/migrate';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { readEnvironment } from '#scripts/launcher/environment';
import { generateClient } from '#scripts/launcher/generate';
import { withDatabase } from '#scripts/launcher/with-database';
import { tenantArguments } from '#scripts/tenant-arguments';

// npm run tenant:create -- --id clinic --name "The clinic" --zone America/Guatemala --admin somebody@clinic.example
await command(async () => {
  const options = tenantArguments(process.argv.slice(2), { isEmailAddress, isTimeZone });
  const { publicUrl } = readEnvironment(process.env, path.resolve(import.meta.dirname, '..'));
  await generateClient();
  await withDatabase(async ({ adminUrl }) => {
    await migrate(adminUrl);
    const { createTenant } = await import('#lib/commands/access/create-tenant');
    const { disconnect } = await import('#lib/db/base/prisma');
    const { stopSendingJobs } = await import('#lib/db/base/jobs');
    try {
      const { link, mailedTo } = await createTenant({ ...options, baseUrl: publicUrl });
      console.log(
        [
          `The tenant \`${options.tenantId}\` (${options.name}, ${options.timeZone}) is made.`,
          '',
          `${options.admin.email} becomes its first admin by this link, once, within 72 hours:`,
          '',
          `  ${link}`,
          '',
          mailedTo === null ? 'It is shown only here.' : 'It was put into the outbox as well; it is shown only here.',
        ].join('\n'),
      );
    } catch (error) {
      throw error instanceof Conflict ? new CannotStart(error.message) : error;
    } finally {
      await stopSendingJobs();
      await disconnect();
    }
  });
});
process.exit();
