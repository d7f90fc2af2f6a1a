import { demoNames } from '#prisma/demo-names';
import { migrate } from '#prisma/migrate';
import { command } from '#scripts/launcher/command';
import { generateClient } from '#scripts/launcher/generate';
import { withDatabase } from '#scripts/launcher/with-database';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

// npm run demo:disable closes what demo mode left open in a database: accounts, sessions and sources whose passwords and secrets are published.
await command(async () => {
  await generateClient();
  await withDatabase(
    async ({ url, adminUrl }) => {
      await migrate(adminUrl);
      const [{ connect }, { closeDemo }] = await Promise.all([
        import('#lib/db/base/prisma'),
        import('#lib/db/overview/open-demo'),
      ]);
      const database = connect(url, 'any');
      try {
        const { accounts, sessions, sources } = await closeDemo(database, demoNames);
        if (accounts.length + sources.length === 0) {
          console.log('The demo was closed already, or was never in this database: nothing was changed.');
          return;
        }
        console.log(
          [
            `Disabled ${counted(accounts.length, 'account')} of the demo and ended ${counted(sessions, 'open session')}: ${accounts.join(', ') || '–'}.`,
            `Turned off ${counted(sources.length, 'source')} of the demo and ended the secrets: ${sources.join(', ') || '–'}.`,
            'What the demo received stays in the database. A start with SCRIPTLINE_DEMO=1 opens the demo again.',
          ].join('\n'),
        );
      } finally {
        await database.$disconnect();
      }
    },
    { secrets: 'not-needed' },
  );
});
process.exit();
