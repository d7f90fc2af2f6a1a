import { letServe } from '#prisma/let-serve';
import { migrate, settleMigration } from '#prisma/migrate';
import { command } from '#scripts/launcher/command';
import { withDatabase } from '#scripts/launcher/with-database';

// npm run db:migrate [-- --applied <name> | --rolled-back <name>]
await command(() =>
  withDatabase(async ({ url, adminUrl }) => {
    const [flag, name] = process.argv.slice(2);
    if ((flag === '--applied' || flag === '--rolled-back') && name) {
      await settleMigration(adminUrl, name, flag === '--applied' ? 'applied' : 'rolled-back');
    }
    const applied = await migrate(adminUrl);
    await letServe(adminUrl, url);
    console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database was up to date.');
  }),
);
