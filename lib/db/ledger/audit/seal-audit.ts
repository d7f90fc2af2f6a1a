import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { tryLockUntilCommit } from '#lib/db/base/lock-until-commit';
import { prisma } from '#lib/db/base/prisma';
import { type ChainHead, emptyChain, linkHash } from './audit-chain.ts';

const batchSize = 500;

export type SealedTenant = { readonly tenantId: string; readonly sealed: number; readonly head: ChainHead };

/**
 * Seals what was written since the last time into each tenant's chain. Any number of workers may call it: one seals a tenant at a time, the
 * others pass on. Returns the tenants whose chain grew, with their new heads (worth keeping outside the database).
 */
export async function sealAudit(): Promise<readonly SealedTenant[]> {
  // Of every tenant's lines only the unsealed ones are indexed by that: the few tenants with something to do.
  const tenants = await prisma('any').$queryRaw<{ tenantId: string }[]>`
    select distinct "tenantId" from "AuditEntry" where "hash" is null order by 1`;
  const grown: SealedTenant[] = [];
  for (const { tenantId } of tenants) {
    let sealed = 0;
    let last: { sealed: number; head: ChainHead } | undefined;
    do {
      last = await inTenant({ tenantId }, (tx) => sealBatch(tx, tenantId));
      sealed += last?.sealed ?? 0;
      if (last && last.sealed < batchSize && sealed > 0) grown.push({ tenantId, sealed, head: last.head });
    } while (last?.sealed === batchSize);
  }
  return grown;
}

async function sealBatch(tx: Tx, tenantId: string): Promise<{ sealed: number; head: ChainHead } | undefined> {
  if (!(await tryLockUntilCommit(tx, `audit ${tenantId}`))) return undefined;
  const plain = await tx.auditEntry.findMany({
    where: { tenantId, hash: null },
    orderBy: { seq: 'asc' },
    take: batchSize,
  });
  let head = await chainHead(tx, tenantId);
  const links = plain.map((entry) => {
    const sealedSeq = head.sealedSeq + 1n;
    head = { sealedSeq, hash: linkHash(head.hash, sealedSeq, entry) };
    return { seq: entry.seq, ...head };
  });
  if (links.length > 0) {
    await tx.$executeRaw`
      update "AuditEntry" as entry set "sealedSeq" = link."sealedSeq", "hash" = link."hash"
      from unnest(${links.map((link) => link.seq)}::bigint[], ${links.map((link) => link.sealedSeq)}::bigint[], ${links.map((link) => link.hash)}::text[])
        as link("seq", "sealedSeq", "hash")
      where entry."tenantId" = ${tenantId} and entry."seq" = link."seq"`;
  }
  return { sealed: links.length, head };
}

async function chainHead(tx: Tx, tenantId: string): Promise<ChainHead> {
  const last = await tx.auditEntry.findFirst({
    where: { tenantId, sealedSeq: { not: null } },
    orderBy: { sealedSeq: 'desc' },
    select: { sealedSeq: true, hash: true },
  });
  if (last === null || last.sealedSeq === null || last.hash === null) return emptyChain;
  return { sealedSeq: last.sealedSeq, hash: last.hash };
}
