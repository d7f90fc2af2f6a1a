import { parseArgs } from 'node:util';
import type { ChainFault } from '#lib/db/ledger/audit/audit-chain';
import { readHead } from '#lib/domain/base/chain-head';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { command } from '#scripts/launcher/command';
import { generateClient } from '#scripts/launcher/generate';
import { withDatabase } from '#scripts/launcher/with-database';

type Kept = NonNullable<ReturnType<typeof readHead>>;

/** `--head clinic=1234:ab…`: heads that an earlier check printed. */
function keptHeads(args: readonly string[]): ReadonlyMap<string, Kept> {
  const options = { head: { type: 'string', multiple: true } } as const;
  const { values } = parseArgs({ args: [...args], options });
  return new Map(
    (values.head ?? []).map((text) => {
      const at = text.indexOf('=');
      const head = readHead(text.slice(at + 1));
      if (at < 1 || !head)
        throw new CannotStart(`--head must be {tenant}={place}:{hash}, as an earlier check printed it.`);
      return [text.slice(0, at), head];
    }),
  );
}

function faultWords(fault: ChainFault, checked: number): string {
  switch (fault.kind) {
    case 'changed':
      return `line ${fault.sealedSeq} does not say what was sealed; the ${checked} before it hold`;
    case 'missing':
      return `line ${fault.sealedSeq} is missing, or not where it was; the ${checked} before it hold`;
    case 'inserted':
      return `the line numbered ${fault.seq} was put into the log beside the chain; the chain's own ${checked} lines hold`;
  }
}

// npm run audit:verify [-- --head clinic=1234:ab…]… walks the log of every tenant and says where it no longer says what was sealed. Exit code 1: it does not.
await command(async () => {
  const heads = keptHeads(process.argv.slice(2));
  await generateClient();
  await withDatabase(async () => {
    const { prisma, disconnect } = await import('#lib/db/base/prisma');
    const { checkAudit } = await import('#lib/db/ledger/audit/check-audit');
    const tenants = await prisma('any').tenant.findMany({ select: { tenantId: true }, orderBy: { tenantId: 'asc' } });
    const missing = [...heads.keys()].filter((id) => !tenants.some(({ tenantId }) => tenantId === id));
    for (const id of missing) console.log(`${id}  there is no such tenant`);
    if (missing.length > 0) process.exitCode = 1;
    for (const { tenantId } of tenants) {
      const { checked, head, fault, unsealed } = await checkAudit(tenantId, heads.get(tenantId));
      const waiting = unsealed > 0 ? `, ${unsealed} not sealed yet` : '';
      if (fault === null) {
        const kept = checked > 0 ? `; head ${tenantId}=${head.sealedSeq}:${head.hash}` : '';
        console.log(`${tenantId}  holds: ${checked} lines${waiting}${kept}`);
        continue;
      }
      console.log(`${tenantId}  BROKEN: ${faultWords(fault, checked)}${waiting}`);
      process.exitCode = 1;
    }
    await disconnect();
  });
});
process.exit();
