import { preparedAs } from '#lib/db/base/prisma';
import type { Prisma } from '#lib/db/generated/client';
import type { Rejection } from '#lib/domain/dead-letters/dead-letter';
import { deadLetterCauseKey, deadLetterQueue } from '#lib/domain/dead-letters/dead-letter-cause-key';
import type { NewEvent } from './new-event.ts';

type Runner = Pick<Prisma.TransactionClient, '$queryRawUnsafe'>;
export type Inserted = {
  readonly tenantId: string;
  readonly seq: bigint;
  readonly sourceId: string;
  readonly dedupeKey: string;
  readonly digest: string;
};

const base64 = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('base64'));

/**
 * One statement, and so one commit, for any number of events: rows, the bytes of their batches (where any of them is new), a dead letter for each
 * quarantined one, and the worker's wake-up; screens hear of what the worker will never see. Only the unique constraint decides what is new. The
 * database's clock stamps the receipt.
 */
const statement = `${preparedAs('append')}
with input as (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[],
    $10::text[], $11::text[], $12::text[], $13::int[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[])
    as t("tenantId", "sourceId", "dedupeKey", "messageId", digest, "wireType", environment, "occurredAt", "correlationId",
    "actorId", raw, "deliveryId", "deliveryIndex", "contentType", headers, data, cause, paths, queue, fingerprint)
), added as (
  insert into "LedgerEvent" ("tenantId", "sourceId", "dedupeKey", "messageId", digest, "wireType", environment, "occurredAt", "receivedAt",
    "correlationId", "actorId", raw, "deliveryId", "deliveryIndex", "contentType", headers, data, status, "nextAttemptAt", "retainUntil")
  select "tenantId", "sourceId", "dedupeKey", "messageId", digest, "wireType", environment, "occurredAt", clock_timestamp(),
    "correlationId", "actorId", decode(raw, 'base64'), "deliveryId", "deliveryIndex", "contentType", headers::jsonb, data::jsonb,
    case when cause is null then 'received' else 'quarantined' end, case when cause is null then now() end,
    case when cause is not null then clock_timestamp() + interval '2 years' end
  from input
  on conflict ("tenantId", "sourceId", "dedupeKey") do nothing
  returning "tenantId", seq, "sourceId", "dedupeKey", digest, status, "deliveryId"
), bytes as (
  insert into "Delivery" ("tenantId", id, "sourceId", raw, "contentType", headers)
  select "tenantId", id, "sourceId", decode(raw, 'base64'), "contentType", headers::jsonb
  from unnest($21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::text[]) as d("tenantId", id, "sourceId", raw, "contentType", headers)
  where exists (select from added a where a."tenantId" = d."tenantId" and a."deliveryId" = d.id)
  on conflict do nothing
), letters as (
  insert into "DeadLetter" ("tenantId", seq, queue, cause, paths, fingerprint, "sourceId", type)
  select a."tenantId", a.seq, i.queue, i.cause, array(select jsonb_array_elements_text(i.paths::jsonb)), i.fingerprint, a."sourceId", i."wireType"
  from added a join input i using ("tenantId", "sourceId", "dedupeKey") where a.status = 'quarantined' and i.digest = a.digest
  on conflict do nothing returning "tenantId", seq, cause, paths
), episodes as (
  insert into "DeadLetterEpisode" ("tenantId", seq, episode, cause, paths, attempts)
  select "tenantId", seq, 1, cause, paths, 0 from letters
), woken as (
  select pg_notify('scriptline_ledger', '') where exists (select 1 from added)
), told as (
  select pg_notify('scriptline_live', json_build_object('tenant', "tenantId", 'prescriptions', '[]'::json)::text)
  from (select distinct "tenantId" from letters) t
)
select "tenantId", seq, "sourceId", "dedupeKey", digest, (select count(*)::int from woken) + (select count(*)::int from told) as woken from added`;

function rejected(event: NewEvent): { rejection: Rejection | null; print: string | null } {
  const { rejection } = event;
  return { rejection, print: rejection && deadLetterCauseKey(rejection.cause, event.wireType, rejection.paths) };
}

/** Inserts the new events and returns just those; an event missing from the result was there before. */
export async function insertEvents(runner: Runner, events: readonly NewEvent[]): Promise<readonly Inserted[]> {
  const column = <V>(of: (event: NewEvent) => V): V[] => events.map(of);
  const batches = new Map(
    events.flatMap((event) => (event.delivery ? [[`${event.sourceId} ${event.delivery.id}`, event] as const] : [])),
  );
  const first = [...batches.values()];
  const paths = (event: NewEvent) => JSON.stringify(event.rejection?.paths ?? []);
  return runner.$queryRawUnsafe<Inserted[]>(
    statement,
    column((e) => e.tenantId),
    column((e) => e.sourceId),
    column((e) => e.dedupeKey),
    column((e) => e.messageId),
    column((e) => e.digest),
    column((e) => e.wireType),
    column((e) => e.environment),
    column((e) => e.occurredAt),
    column((e) => e.correlationId),
    column((e) => e.actorId),
    column((e) => base64(e.raw)),
    column((e) => e.delivery?.id ?? null),
    column((e) => e.deliveryIndex),
    column((e) => e.contentType),
    column((e) => JSON.stringify(e.headers)),
    column((e) => e.data),
    column((e) => e.rejection?.cause ?? null),
    column(paths),
    column((e) => deadLetterQueue(e.format)),
    column((e) => rejected(e).print),
    first.map((e) => e.tenantId),
    first.map((e) => e.delivery?.id ?? ''),
    first.map((e) => e.sourceId),
    first.map((e) => base64(e.delivery?.raw ?? null)),
    first.map((e) => e.contentType),
    first.map((e) => JSON.stringify(e.headers)),
  );
}
