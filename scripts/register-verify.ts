import { letServe } from '#prisma/let-serve';
import { migrate } from '#prisma/migrate';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { generateClient } from '#scripts/launcher/generate';
import { withDatabase } from '#scripts/launcher/with-database';

/** `--head demo/medication:stk_1=3f9a…`, any number of times: heads that were written down earlier, by tenant and stock item. */
function headsAsked(args: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const heads = new Map<string, Map<string, string>>();
  for (const [index, flag] of args.entries()) {
    if (index % 2 === 1) continue;
    const [, tenantId, stockItemId, hash] = /^([^/]+)\/(.*)=([0-9a-f]{8,64})$/.exec(args[index + 1] ?? '') ?? [];
    if (flag !== '--head' || tenantId === undefined || stockItemId === undefined || hash === undefined)
      throw new CannotStart('Say heads as: --head TENANT/STOCK_ITEM=HASH, with 8 or more digits of the hash.');
    heads.set(tenantId, (heads.get(tenantId) ?? new Map<string, string>()).set(stockItemId, hash));
  }
  return heads;
}

// npm run register:verify walks every chain of the controlled register and says where it no longer says what was sealed. Exit code 1: it does not.
await command(async () => {
  const heads = headsAsked(process.argv.slice(2));
  await generateClient();
  await withDatabase(async ({ url, adminUrl }) => {
    await migrate(adminUrl);
    await letServe(adminUrl, url);
    const { prisma } = await import('#lib/db/base/prisma');
    const { checkRegister } = await import('#lib/db/register/check-register');
    const tenants = await prisma('any').tenant.findMany({ select: { tenantId: true }, orderBy: { tenantId: 'asc' } });
    const unknown = [...heads.keys()].find((asked) => !tenants.some(({ tenantId }) => tenantId === asked));
    if (unknown !== undefined) throw new CannotStart(`There is no tenant ${unknown}.`);
    for (const { tenantId } of tenants) {
      for (const { stockItemId, substance, links, head, faults, unsealed } of await checkRegister(
        tenantId,
        heads.get(tenantId),
      )) {
        if (links === 0 && unsealed === 0 && faults.length === 0) continue;
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
