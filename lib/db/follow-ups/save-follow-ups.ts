import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { type FollowUp, snoozeOf } from '#lib/domain/follow-ups/follow-up';
import { domainOf } from '#lib/domain/follow-ups/not-delivered';
import type { Row } from '#lib/domain/ledger/fold';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';

/** A row of `FollowUp`: the columns that lists, counts and incidents are read by. Instants are ISO 8601 UTC. */
export type KeptFollowUp = {
  readonly id: string;
  readonly kind: string;
  readonly prescriptionId: string;
  readonly prescriberId: string;
  readonly since: string;
  readonly troubleAt: string;
  readonly dueFrom: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly snoozedUntil: string | null;
  readonly cause: string | null;
  readonly domain: string | null;
};

export function keptFollowUp(prescriptionId: string, row: Row, task: FollowUp): KeptFollowUp {
  const { kind, since, troubleAt, dueFrom, settledAt, settledBy, detail } = task;
  return {
    ...{ id: `${kind}|${prescriptionId}`, kind, prescriptionId, prescriberId: prescriberOf(row) ?? '' },
    ...{ since, troubleAt, dueFrom, settledAt, settledBy },
    snoozedUntil: settledAt === null ? (snoozeOf(row, kind, troubleAt)?.until ?? null) : null,
    cause: detail.cause ?? null,
    domain: kind === 'not_delivered' ? domainOf(detail.failedAddress) : null,
  };
}

const columns = [
  ...(['id', 'kind', 'prescriptionId', 'prescriberId', 'since', 'troubleAt'] as const),
  ...(['dueFrom', 'settledAt', 'settledBy', 'snoozedUntil', 'cause', 'domain'] as const),
] as const satisfies readonly (keyof KeptFollowUp)[];

const instants: readonly string[] = ['since', 'troubleAt', 'dueFrom', 'settledAt', 'snoozedUntil'];
const names = columns.map((column) => `"${column}"`).join(', ');
const upsert = (table: string) => `
insert into ${table} ("tenantId", ${names})
select $1, ${columns.map((column) => `"${column}"${instants.includes(column) ? '::timestamptz' : ''}`).join(', ')}
from unnest(${columns.map((_, index) => `$${index + 2}::text[]`).join(', ')}) as r(${names})
on conflict ("tenantId", id) do update set
  ${columns
    .slice(1)
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', ')}`;

/** Writes the rows that differ and deletes those that are no task any more, from the stored rows and the new ones. Nothing differs in most batches. */
export async function saveFollowUps(
  { tx, tenantId, into, take }: ProjectionStore,
  before: readonly KeptFollowUp[],
  after: readonly KeptFollowUp[],
): Promise<void> {
  const stored = new Map(before.map((one) => [one.id, JSON.stringify(one)]));
  const wanted = new Set(after.map(({ id }) => id));
  const changed = after
    .filter((one) => stored.get(one.id) !== JSON.stringify(one))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const gone = before.flatMap(({ id }) => (wanted.has(id) ? [] : [id]));
  await take('FollowUp', [[...changed.map(({ id }) => id), ...gone]]);
  if (changed.length > 0)
    await tx.$executeRawUnsafe(
      upsert(into('FollowUp')),
      tenantId,
      ...columns.map((column) => changed.map((one) => one[column])),
    );
  if (gone.length > 0)
    await tx.$executeRawUnsafe(
      `delete from ${into('FollowUp')} where "tenantId" = $1 and id = any($2::text[])`,
      tenantId,
      gone,
    );
}
