import type { Tx } from '#lib/db/base/in-tenant';
import type { Amended } from '#lib/domain/dead-letters/amendment';

export type FoundAmendment = {
  readonly id: string;
  readonly seq: bigint;
  readonly state: 'proposed' | 'approved' | 'refused' | 'withdrawn' | 'superseded';
  readonly whole: boolean;
  /** As it was typed; null once its content went with the event's. */
  readonly text: string | null;
  readonly reason: string;
  readonly authorId: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
};

const columns = `id, seq, state, whole, text, reason, "authorId", "proposedAt", "decidedBy", "decidedAt", decision`;

/** Every amendment of an event, the last first. */
export function amendmentsOf(tx: Tx, tenantId: string, seq: bigint): Promise<FoundAmendment[]> {
  return tx.$queryRawUnsafe<FoundAmendment[]>(
    `select ${columns} from "Amendment" where "tenantId" = $1 and seq = $2 order by "proposedAt" desc, id`,
    tenantId,
    seq,
  );
}

/** One amendment, locked until the caller's transaction is done: of two who decide at once, the second sees the first one's decision. */
export async function lockedAmendment(
  tx: Tx,
  tenantId: string,
  seq: bigint,
  id: string,
): Promise<FoundAmendment | null> {
  const [row] = await tx.$queryRawUnsafe<FoundAmendment[]>(
    `select ${columns} from "Amendment" where "tenantId" = $1 and seq = $2 and id = $3 for update`,
    tenantId,
    seq,
    id,
  );
  return row ?? null;
}

export type Proposal = {
  readonly id: string;
  readonly seq: bigint;
  readonly whole: boolean;
  readonly text: string;
  readonly amended: Amended;
  readonly reason: string;
  readonly authorId: string;
};

/** Keeps a proposal; false when another one waits for its decision already. */
export async function proposeAmendment(tx: Tx, tenantId: string, proposal: Proposal): Promise<boolean> {
  const { id, seq, whole, text, reason, authorId, amended } = proposal;
  const added = await tx.$executeRaw`
    insert into "Amendment" ("tenantId", id, seq, whole, text, "wireType", "messageId", digest, "occurredAt", "actorId", data, reason, "authorId")
    values (${tenantId}, ${id}, ${seq}, ${whole}, ${text}, ${amended.wireType}, ${amended.messageId}, ${amended.digest},
      ${amended.occurredAt}::timestamptz, ${amended.actorId}, ${amended.data === null ? null : JSON.stringify(amended.data)}::jsonb, ${reason}, ${authorId})
    on conflict do nothing`;
  return added === 1;
}

/** Records the decision on a proposal. An approved one is read from now on, in place of the one before it. */
export async function decideAmendment(
  tx: Tx,
  tenantId: string,
  { id, seq }: Pick<FoundAmendment, 'id' | 'seq'>,
  made: { readonly state: 'approved' | 'refused' | 'withdrawn'; readonly by: string; readonly decision: string | null },
): Promise<void> {
  if (made.state === 'approved') {
    await tx.$executeRaw`update "Amendment" set state = 'superseded' where "tenantId" = ${tenantId} and seq = ${seq} and state = 'approved'`;
    await tx.$executeRaw`update "LedgerEvent" set "amendmentId" = ${id} where "tenantId" = ${tenantId} and seq = ${seq}`;
  }
  await tx.$executeRaw`
    update "Amendment" set state = ${made.state}, "decidedBy" = ${made.by}, "decidedAt" = now(), decision = ${made.decision}
    where "tenantId" = ${tenantId} and id = ${id} and state = 'proposed'`;
}

/** True where the person has an audited view on record: of an event's bytes, or of an amendment's content. */
export async function hasLooked(
  tx: Tx,
  tenantId: string,
  userId: string,
  at: { readonly action: string; readonly subjectKind: string; readonly subjectId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from "AuditEntry" where "tenantId" = ${tenantId} and "subjectKind" = ${at.subjectKind} and "subjectId" = ${at.subjectId}
      and "actorId" = ${userId} and action = ${at.action} limit 1`;
  return rows.length > 0;
}

/** True where another event of the source is stored under a key. */
export async function keyIsKept(
  tx: Tx,
  tenantId: string,
  sourceId: string,
  dedupeKey: string,
  exceptSeq: bigint,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from "LedgerEvent" where "tenantId" = ${tenantId} and "sourceId" = ${sourceId} and "dedupeKey" = ${dedupeKey} and seq <> ${exceptSeq}`;
  return rows.length > 0;
}
