import type { Tx } from '#lib/db/base/in-tenant';
import { enqueueMany } from '#lib/db/base/jobs';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { DeliveryState, SubscriptionState } from '#lib/domain/connections/downstream';
import type { SendOutcome } from '#lib/domain/mail/outbox';

/** A subscription that receives current events. */
export type Subscriber = { readonly id: string; readonly types: readonly string[]; readonly state: SubscriptionState };

/** The subscriptions that take any of the given types: a tenant has a handful. */
export function subscribersTo(tx: Tx, tenantId: string, types: readonly string[]): Promise<Subscriber[]> {
  return tx.$queryRaw<Subscriber[]>`
    select id, types, state from "Subscription" where "tenantId" = ${tenantId} and types && ${[...types]}::text[] order by id`;
}

export type NewDelivery = {
  readonly id: string;
  readonly subscriptionId: string;
  /** Null: a test. */
  readonly eventSeq: bigint | null;
  readonly prescriptionId: string | null;
  readonly body: JsonObject;
  readonly state: 'queued' | 'held';
  readonly createdBy: string | null;
};

/**
 * Puts deliveries into the outbox with their jobs, in the caller's transaction. One that is there already, by its id, stays as it is:
 * nothing is sent twice. Returns the number of new ones.
 */
export async function putDeliveries(tx: Tx, tenantId: string, deliveries: readonly NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const column = <V>(of: (one: NewDelivery) => V) => deliveries.map(of);
  const added = await tx.$queryRawUnsafe<{ id: string; subscriptionId: string; state: string }[]>(
    `insert into "OutboxMessage" ("tenantId", id, kind, purpose, "subscriptionId", "eventSeq", "prescriptionId", content, state, "createdBy", "mailMessageId", "createdAt")
     select $1, id, 'webhook', 'delivery', subscription, seq, prescription, body::jsonb, state, by, id, clock_timestamp()
     from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[]) as d(id, subscription, seq, prescription, body, state, by)
     on conflict ("tenantId", id) do nothing returning id, "subscriptionId", state`,
    tenantId,
    column((one) => one.id),
    column((one) => one.subscriptionId),
    column((one) => one.eventSeq),
    column((one) => one.prescriptionId),
    column((one) => JSON.stringify({ body: one.body })),
    column((one) => one.state),
    column((one) => one.createdBy),
  );
  await enqueueMany(
    tx,
    added.filter(({ state }) => state === 'queued').map(({ id, subscriptionId }) => ({ tenantId, id, subscriptionId })),
  );
  return added.length;
}

/** A delivery as its sender needs it. */
export type Delivery = {
  readonly tenantId: string;
  readonly id: string;
  readonly subscriptionId: string;
  readonly body: JsonObject;
  readonly attempts: number;
  /** Seconds since it was put into the queue, or asked for again. */
  readonly age: number;
};

/** Sets a queued delivery of a paused subscription aside; true when it was one: a pause that came between counts too. */
export async function holdIfPaused(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const held = await tx.$executeRaw`
    update "OutboxMessage" m set state = 'held' from "Subscription" s where m."tenantId" = ${tenantId} and m.id = ${id} and m.state = 'queued'
      and s."tenantId" = m."tenantId" and s.id = m."subscriptionId" and s.state = 'paused'`;
  return held > 0;
}

/** Claims a due delivery for sending, with a lease; a second caller gets null. */
export async function takeDelivery(
  tx: Tx,
  tenantId: string,
  id: string,
  leaseSeconds: number,
): Promise<Delivery | null> {
  const [row] = await tx.$queryRaw<Delivery[]>`
    update "OutboxMessage" set state = 'sending', attempts = attempts + 1, "sentAt" = clock_timestamp(),
      "leaseUntil" = now() + make_interval(secs => ${leaseSeconds}::float8)
    where "tenantId" = ${tenantId} and id = ${id} and state = 'queued' and "nextAttemptAt" <= now() + interval '1 millisecond'
    returning "tenantId", id, "subscriptionId", content->'body' as body, attempts, extract(epoch from now() - "createdAt")::float8 as age`;
  return row ?? null;
}

/** Locks what a sender is about to record of one try: false when another try has begun. */
export async function isStillTrying(tx: Tx, { tenantId, id, attempts }: Delivery): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from "OutboxMessage" where "tenantId" = ${tenantId} and id = ${id} and attempts = ${attempts} and state = 'sending' for update`;
  return rows.length > 0;
}

/** Records the result of a try and the delivery's state now; `inSeconds`: the delay of the next try, null: there is none. */
export async function recordTry(
  tx: Tx,
  { tenantId, id, subscriptionId }: Pick<Delivery, 'tenantId' | 'id' | 'subscriptionId'>,
  outcome: SendOutcome,
  next: { readonly state: DeliveryState; readonly inSeconds: number | null },
): Promise<void> {
  const one = JSON.stringify([{ outcome: outcome.outcome, reply: outcome.reply }]);
  const { state, inSeconds } = next;
  await tx.$executeRaw`
    update "OutboxMessage" set state = ${state}, reply = ${outcome.reply}, "leaseUntil" = null,
      "settledAt" = case when ${state} in ('accepted', 'failed') then clock_timestamp() end,
      "nextAttemptAt" = now() + make_interval(secs => ${inSeconds ?? 0}::float8),
      tries = (case when jsonb_array_length(tries) > 30 then tries - 0 else tries end)
        || jsonb_set(${one}::jsonb, '{0,at}', to_jsonb(to_char("sentAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    where "tenantId" = ${tenantId} and id = ${id}`;
  if (state === 'queued') await enqueueMany(tx, [{ tenantId, id, subscriptionId, inSeconds: inSeconds ?? 0 }]);
}

/** A delivery whose try was not recorded in its time, as its sender knew it; null when another try has begun. */
export async function unrecorded(
  tx: Tx,
  { tenantId, id, attempts }: Pick<Delivery, 'tenantId' | 'id' | 'attempts'>,
): Promise<Omit<Delivery, 'body'> | null> {
  const [row] = await tx.$queryRaw<Omit<Delivery, 'body'>[]>`
    select "tenantId", id, "subscriptionId", attempts, extract(epoch from now() - "createdAt")::float8 as age from "OutboxMessage"
    where "tenantId" = ${tenantId} and id = ${id} and attempts = ${attempts} and state = 'sending' for update`;
  return row ?? null;
}

/** A person asks for one again: from the first try on, and the same bytes. False when it is on its way. */
export async function resendOne(tx: Tx, tenantId: string, id: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update "OutboxMessage" set state = 'queued', attempts = 0, "nextAttemptAt" = now(), "createdAt" = clock_timestamp(), "settledAt" = null
    where "tenantId" = ${tenantId} and id = ${id} and "subscriptionId" is not null and state in ('accepted', 'failed')`;
  if (changed > 0) await enqueueMany(tx, [{ tenantId, id }]);
  return changed > 0;
}

/** Pauses what waits for a subscription, or lets it go on. */
export async function holdQueued(tx: Tx, tenantId: string, subscriptionId: string): Promise<void> {
  await tx.$executeRaw`
    update "OutboxMessage" set state = 'held' where "tenantId" = ${tenantId} and "subscriptionId" = ${subscriptionId} and state = 'queued'`;
}

const perSecond = 20;

/** Releases held deliveries, oldest first and some a second: a receiver that has just come back does not get everything at once. */
export async function releaseHeld(tx: Tx, tenantId: string, subscriptionId: string): Promise<number> {
  const released = await tx.$queryRaw<{ id: string; inSeconds: number }[]>`
    update "OutboxMessage" m set state = 'queued', "createdAt" = now() + make_interval(secs => h.nth / 1000),
      "nextAttemptAt" = now() + make_interval(secs => floor(h.nth / ${perSecond}::float8))
    from (select id, (row_number() over (order by "createdAt", id) - 1)::float8 as nth from "OutboxMessage"
      where "tenantId" = ${tenantId} and "subscriptionId" = ${subscriptionId} and state = 'held') h
    where m."tenantId" = ${tenantId} and m.id = h.id and m.state = 'held' returning m.id, floor(h.nth / ${perSecond}::float8) as "inSeconds"`;
  await enqueueMany(
    tx,
    released.map(({ id, inSeconds }) => ({ tenantId, id, subscriptionId, inSeconds })),
  );
  return released.length;
}

/** To which subscription a delivery goes; null: there is no such delivery. */
export async function subscriptionOfDelivery(tx: Tx, tenantId: string, id: string): Promise<string | null> {
  const found = await tx.outboxMessage.findFirst({ where: { tenantId, id }, select: { subscriptionId: true } });
  return found?.subscriptionId ?? null;
}
