import type { DeadLetterCause } from '#lib/domain/dead-letter';
import type { Tx } from './in-tenant.ts';

export type FoundEpisode = {
  readonly episode: number;
  readonly cause: DeadLetterCause;
  readonly paths: readonly string[];
  readonly attempts: number;
  readonly failedAt: Date;
};

/** Each time an event failed for good, the last first. */
export function episodesOf(tx: Tx, tenantId: string, seq: bigint): Promise<FoundEpisode[]> {
  return tx.$queryRaw<FoundEpisode[]>`
    select episode, cause, paths, attempts, "failedAt" from "DeadLetterEpisode" where "tenantId" = ${tenantId} and seq = ${seq} order by episode desc`;
}

export type FoundAct = {
  readonly action: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly reason: string | null;
};

/** What admins did with one, the last first: discarded, reopened. */
export function actsOn(tx: Tx, tenantId: string, seq: bigint): Promise<FoundAct[]> {
  return tx.$queryRaw<FoundAct[]>`
    select action, at, "actorId", reason from "AuditEntry" where "tenantId" = ${tenantId} and "subjectKind" = 'dead-letter'
      and "subjectId" = ${String(seq)} and action in ('dead-letter.discarded', 'dead-letter.reopened') order by "AuditEntry".seq desc limit 100`;
}
