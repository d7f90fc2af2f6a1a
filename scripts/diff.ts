import { schemaDiff } from '#prisma/migrate';
import { command } from '#scripts/launcher/command';
import { withDatabase } from '#scripts/launcher/with-database';

// npm run db:diff prints the SQL of the next migration: what the database lacks of schema.prisma.
await command(() =>
  withDatabase(async ({ adminUrl }) => {
    const { same, script } = await schemaDiff(adminUrl);
    console.log(same ? '-- The database is what schema.prisma says.' : script);
  }),
);
