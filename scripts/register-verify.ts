import { command } from '#scripts/command';
import { generateClient } from '#scripts/generate';
import { withDatabase } from '#scripts/with-database';

// npm run register:verify walks every chain of the controlled register and says where it no longer says what was sealed. Exit code 1: it does not.
await command(async () => {
  await generateClient();
  await withDatabase(async () => {
    const { prisma } = await import('#lib/db/prisma');
    const { checkRegister } = await import('#lib/db/check-register');
    const tenants = await prisma('any').tenant.findMany({ select: { tenantId: true }, orderBy: { tenantId: 'asc' } });
    for (const { tenantId } of tenants) {
      for (const { stockItemId, substance, links, head, faults, unsealed } of await checkRegister(tenantId)) {
        if (links === 0 && unsealed === 0) continue;
        const where = stockItemId === '' ? 'no stock item' : `${substance} (${stockItemId})`;
        console.log(
          `${tenantId}  ${where}: ${links} links, head ${head.hash.slice(0, 16) || '–'}, ${unsealed} not sealed yet`,
        );
        for (const { kind, place, entryId } of faults)
          console.log(`  ${kind}${place === null ? '' : ` at link ${place}`}${entryId === null ? '' : `: ${entryId}`}`);
        if (faults.length > 0) process.exitCode = 1;
      }
    }
  });
});
process.exit();
