import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/domain/base/json/canonical';
import type { Json } from '#lib/domain/base/json/json';

/** The sealed part of an audit row: all of its content. */
export type AuditContent = {
  readonly tenantId: string;
  readonly seq: bigint;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly reason: string | null;
  readonly requestId: string | null;
};

export type SealedAudit = AuditContent & { readonly sealedSeq: bigint | null; readonly hash: string | null };

/** The last link: its position and its hash. Kept elsewhere (a log, paper), it also proves that nothing was cut off the end. */
export type ChainHead = { readonly sealedSeq: bigint; readonly hash: string };

/** The beginning of every tenant's chain. */
export const emptyChain: ChainHead = { sealedSeq: 0n, hash: '' };

/** SHA-256 over the hash before it and the canonical content. */
export function hashAfter(previous: string, content: Json): string {
  return createHash('sha256').update(previous).update('\n').update(canonicalJson(content)).digest('hex');
}

/** A link's hash: over the one before it, its position in the chain, and the entry's content. */
export function linkHash(previous: string, sealedSeq: bigint, entry: AuditContent): string {
  const { tenantId, seq, at, actorId, action, subjectKind, subjectId, reason, requestId } = entry;
  return hashAfter(previous, {
    ...{ tenantId, seq: String(seq), at: at.toISOString(), actorId, action, subjectKind, subjectId, reason, requestId },
    sealedSeq: String(sealedSeq),
  });
}

/** The first position where the chain is broken. `missing`: a link was removed or moved. `changed`: the row differs from the sealed content. */
export type LinkFault = { readonly sealedSeq: bigint; readonly kind: 'missing' | 'changed' };
/** `inserted`: an entry (`seq`, its number in the log) that claims to be sealed and has no position in the chain. */
export type ChainFault = LinkFault | { readonly seq: bigint; readonly kind: 'inserted' };

/** Follows the chain from `head` over the next links, in order; returns the new head, or the first fault. */
export function followChain(head: ChainHead, entries: readonly SealedAudit[]): ChainHead | LinkFault {
  let last = head;
  for (const entry of entries) {
    const sealedSeq = last.sealedSeq + 1n;
    if (entry.sealedSeq !== sealedSeq) return { sealedSeq, kind: 'missing' };
    const hash = linkHash(last.hash, sealedSeq, entry);
    if (entry.hash !== hash) return { sealedSeq, kind: 'changed' };
    last = { sealedSeq, hash };
  }
  return last;
}
