import type { Tx } from '#lib/db/base/in-tenant';
import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';

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

export type FoundAction = {
  readonly action: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly reason: string | null;
};

/** The admins' actions on one, the last first: discarded, reopened. */
export function actionsOn(tx: Tx, tenantId: string, seq: bigint): Promise<FoundAction[]> {
  return tx.$queryRaw<FoundAction[]>`
    select action, at, "actorId", reason from "AuditEntry" where "tenantId" = ${tenantId} and "subjectKind" = 'dead-letter'
      and "subjectId" = ${String(seq)} and action in ('dead-letter.discarded', 'dead-letter.reopened') order by "AuditEntry".seq desc limit 100`;
}

export type FoundReplay = {
  readonly runId: string;
  readonly name: string;
  readonly startedAt: Date | null;
  /** Null while it waits in a run that is not over. */
  readonly outcome: 'done' | 'failed' | 'skipped' | null;
  readonly settledAt: Date | null;
};

/** The replays that included an event, the last first; a preview alone is none. */
export function replaysOf(tx: Tx, tenantId: string, seq: bigint): Promise<FoundReplay[]> {
  return tx.$queryRaw<FoundReplay[]>`
    select i."runId", r.name, r."startedAt", i.outcome, i."settledAt" from "ReplayItem" i
    join "ReplayRun" r on r."tenantId" = ${tenantId} and r.id = i."runId"
    where i."tenantId" = ${tenantId} and i.seq = ${seq} and r."startedBy" is not null order by r."createdAt" desc limit 100`;
}
