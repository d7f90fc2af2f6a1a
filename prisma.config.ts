import { defineConfig } from 'prisma/config';

// Read by `prisma generate`. Our own scripts migrate; on a network that may download, `npx prisma migrate deploy` does the same.
const url = process.env['DATABASE_ADMIN_URL'] ?? process.env['DATABASE_URL'];

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url && { datasource: { url } }),
});
