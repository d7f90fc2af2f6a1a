import { inTenant } from '#lib/db/base/in-tenant';
import {
  type ChainFault,
  type ChainHead,
  emptyChain,
  followChain,
  type LinkFault,
  type SealedAudit,
} from './audit-chain.ts';

const pageSize = 500;

export type ChainCheck = {
  /** Links that hold, from the beginning. */
  readonly checked: number;
  readonly head: ChainHead;
  readonly fault: ChainFault | null;
  /** Lines that the worker has not sealed yet. */
  readonly unsealed: number;
};

export type AuditSlice = ChainCheck & {
  /** True where the end of the chain was reached, or a fault. */
  readonly done: boolean;
};

/** Walks a tenant's whole chain to its first fault. Give a head kept from earlier to find also what was cut off the end. */
export async function checkAudit(tenantId: string, kept: ChainHead = emptyChain): Promise<ChainCheck> {
  return checkAuditFrom(tenantId, emptyChain, kept, Number.POSITIVE_INFINITY);
}

/** The same over at most so many links (in whole pages) after `from`, which was followed before; `checked` counts from the beginning. */
export async function checkAuditFrom(
  tenantId: string,
  from: ChainHead,
  kept: ChainHead,
  most: number,
): Promise<AuditSlice> {
  const unsealed = await inTenant({ tenantId }, (tx) => tx.auditEntry.count({ where: { tenantId, hash: null } }));
  const broken = (fault: LinkFault) => ({ checked: Number(fault.sealedSeq) - 1, head, fault, unsealed, done: true });
  let head = from;
  for (let followed = 0; followed < most; followed += pageSize) {
    const page = await sealedAfter(tenantId, head.sealedSeq);
    const next = followChain(head, page);
    if ('kind' in next) return broken(next);
    const denied = deniesKept(page, kept);
    if (denied) return broken(denied);
    head = next;
    if (page.length === pageSize) continue;
    const cutOff = head.sealedSeq < kept.sealedSeq;
    const fault = cutOff ? { sealedSeq: head.sealedSeq + 1n, kind: 'missing' as const } : await besideChain(tenantId);
    return { checked: Number(head.sealedSeq), head, fault, unsealed, done: true };
  }
  return { checked: Number(head.sealedSeq), head, fault: null, unsealed, done: false };
}

function sealedAfter(tenantId: string, sealedSeq: bigint): Promise<SealedAudit[]> {
  return inTenant({ tenantId }, (tx) =>
    tx.auditEntry.findMany({
      where: { tenantId, sealedSeq: { gt: sealedSeq } },
      orderBy: { sealedSeq: 'asc' },
      take: pageSize,
    }),
  );
}

/** The first line that claims to be sealed and is no link of the chain. Whoever owns the table can make one, whatever it refuses. */
async function besideChain(tenantId: string): Promise<ChainFault | null> {
  const [found] = await inTenant(
    { tenantId },
    (tx) => tx.$queryRaw<{ seq: bigint | null }[]>`
      select min(seq) as seq from (
        select seq from "AuditEntry" where "tenantId" = ${tenantId} and "sealedSeq" is null and hash is not null
        union all
        select seq from "AuditEntry" where "tenantId" = ${tenantId} and "sealedSeq" <= 0) beside`,
  );
  const seq = found?.seq ?? null;
  return seq === null ? null : { seq, kind: 'inserted' };
}

/** A chain that was written anew from somewhere holds in itself, but no longer has the hash that was kept. */
function deniesKept(page: readonly SealedAudit[], kept: ChainHead): LinkFault | null {
  const link = page.find((entry) => entry.sealedSeq === kept.sealedSeq);
  return link && link.hash !== kept.hash ? { sealedSeq: kept.sealedSeq, kind: 'changed' } : null;
}
