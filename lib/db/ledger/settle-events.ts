import type { Tx } from '#lib/db/base/in-tenant';
import { liveProjections, type ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { deadLetterCauseKey, deadLetterQueue } from '#lib/domain/dead-letters/dead-letter-cause-key';
import type { SettledMeaning } from '#lib/domain/ledger/meaning';
import { saveUnreadable } from './unreadable-events.ts';

const mark = `
update "LedgerEvent" e set type = r.type, status = r.status, "factKey" = r."factKey", "retainUntil" = r."retainUntil"::timestamptz,
  attempts = r.attempts, "processedAt" = clock_timestamp(), "nextAttemptAt" = null, "catalogVersion" = case when r.unread then 0 else 1 end
from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::boolean[])
  as r(seq, type, status, "factKey", "retainUntil", attempts, unread)
where e."tenantId" = $1 and e.seq = r.seq`;

const subjects = (table: string) => `
insert into ${table} ("tenantId", kind, id, seq, "occurredAt")
select $1, kind, id, seq, at::timestamptz from unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) as s(kind, id, seq, at)
on conflict do nothing`;

const letters = `
with failed as (
  select * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[])
    as r(seq, queue, cause, paths, print, source, type, attempts)
), letter as (
  insert into "DeadLetter" ("tenantId", seq, queue, cause, paths, fingerprint, "sourceId", type)
  select $1, seq, queue, cause, array(select jsonb_array_elements_text(paths::jsonb)), print, source, type from failed
  on conflict ("tenantId", seq) do update set state = 'open', cause = excluded.cause, paths = excluded.paths,
    fingerprint = excluded.fingerprint, type = excluded.type, "settledAt" = null
)
insert into "DeadLetterEpisode" ("tenantId", seq, episode, cause, paths, attempts)
select $1, seq, 1 + (select count(*) from "DeadLetterEpisode" p where p."tenantId" = $1 and p.seq = failed.seq)::int,
  cause, array(select jsonb_array_elements_text(paths::jsonb)), attempts from failed`;

/** Writes the subjects of events; existing ones stay. */
export async function saveSubjects(
  { tx, tenantId, into, take }: ProjectionStore,
  events: readonly Pick<SettledMeaning, 'seq' | 'subjects' | 'at'>[],
): Promise<void> {
  const about = events.flatMap((event) => event.subjects.map((subject) => ({ ...subject, event })));
  if (about.length === 0) return;
  await take('EventSubject', [about.map(({ event }) => String(event.seq))]);
  await tx.$executeRawUnsafe(
    subjects(into('EventSubject')),
    tenantId,
    about.map(({ kind }) => kind),
    about.map(({ id }) => id),
    about.map(({ event }) => event.seq),
    about.map(({ event }) => event.at),
  );
}

/** Records the outcome of a tenant's events: their rows, their subjects, and a permanent dead letter for each that cannot be processed. */
export async function settleEvents(
  tx: Tx,
  tenantId: string,
  events: readonly SettledMeaning[],
  systemOf: (type: string) => string,
): Promise<void> {
  if (events.length === 0) return;
  const column = <V>(of: (event: SettledMeaning) => V) => events.map(of);
  await tx.$executeRawUnsafe(
    mark,
    tenantId,
    column((e) => e.seq),
    column((e) => e.type),
    column((e) => e.status),
    column((e) => e.factKey),
    column((e) => e.retainUntil),
    column((e) => e.attempts),
    column((e) => e.unread === true),
  );
  await saveSubjects(liveProjections(tx, tenantId), events);
  await saveUnreadable(tx, tenantId, events);
  const failed = events.flatMap((event) => (event.rejection ? [{ event, rejection: event.rejection }] : []));
  if (failed.length === 0) return;
  await tx.$executeRawUnsafe(
    letters,
    tenantId,
    failed.map(({ event }) => event.seq),
    failed.map(({ event }) => deadLetterQueue(systemOf(event.type))),
    failed.map(({ rejection }) => rejection.cause),
    failed.map(({ rejection }) => JSON.stringify(rejection.paths)),
    failed.map(({ event, rejection }) => deadLetterCauseKey(rejection.cause, event.type, rejection.paths)),
    failed.map(({ event }) => event.sourceId),
    failed.map(({ event }) => event.type),
    failed.map(({ event }) => event.attempts),
  );
}

/** Puts an event back for a later retry: one attempt more, due after `delaySeconds` by the database's clock. */
export async function postpone(tx: Tx, tenantId: string, seq: bigint, delaySeconds: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `update "LedgerEvent" set attempts = attempts + 1, "firstFailedAt" = coalesce("firstFailedAt", now()),
       "nextAttemptAt" = now() + make_interval(secs => $3::float8) where "tenantId" = $1 and seq = $2`,
    tenantId,
    seq,
    delaySeconds,
  );
}

/** Delays an event until the obstacle is gone, and lets others go before it. It counts as no failed attempt. */
export async function putOff(
  tx: Pick<Tx, '$executeRawUnsafe'>,
  tenantId: string,
  seq: bigint,
  seconds: number,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update "LedgerEvent" set "nextAttemptAt" = now() + make_interval(secs => $3::float8)
     where "tenantId" = $1 and seq = $2 and status = 'received'`,
    tenantId,
    seq,
    seconds,
  );
}
