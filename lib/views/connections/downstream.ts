import type { Page } from '#lib/contract/base/page';
import type { DeliveryRow, SubscriptionRow, Subscriptions } from '#lib/contract/connections/downstream';
import { inTenant } from '#lib/db/base/in-tenant';
import {
  type FoundDelivery,
  type FoundSubscription,
  findDeliveries,
  findSubscription,
  findSubscriptions,
  undelivered,
} from '#lib/db/connections/subscription';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { type DeliveryState, deliveryStates } from '#lib/domain/connections/downstream';
import { subscribableTypes } from '#lib/events/catalog';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

const time = (at: Date | null) => at?.toISOString() ?? null;

function rowOf(found: FoundSubscription, count: (state: string) => number): SubscriptionRow {
  const { id, name, types, url, state, version, lastReply } = found;
  const before = { createdAt: found.createdAt.toISOString(), until: time(found.previousUntil) };
  return {
    ...{ id, name, types, url, state, version, lastReply },
    createdAt: found.createdAt.toISOString(),
    createdBy: found.createdByName,
    secrets: [
      { createdAt: found.secretAt.toISOString(), until: null },
      ...(found.previousUntil === null ? [] : [before]),
    ],
    lastSuccessAt: time(found.lastSuccessAt),
    failingSince: time(found.failingSince),
    queued: count('queued') + count('sending'),
    failed: count('failed'),
    held: count('held'),
  };
}

/** The tenant's own systems that receive events, in the order in which they were added. */
export function listSubscriptions({ scope }: Account): Promise<Subscriptions> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const found = await findSubscriptions(tx, tenantId);
    const counts = await undelivered(
      tx,
      tenantId,
      found.map(({ id }) => id),
    );
    const countOf = (id: string) => (state: string) =>
      counts.find((one) => one.subscriptionId === id && one.state === state)?.count ?? 0;
    return {
      items: found.map((one) => rowOf(one, countOf(one.id))),
      nextCursor: null,
      types: subscribableTypes,
    };
  });
}

function deliveryRow(found: FoundDelivery): DeliveryRow {
  const { id, subscriptionId, type, prescriptionId, attempts, reply, tries } = found;
  const state = deliveryStates.find((word) => word === found.state) ?? 'queued';
  return {
    ...{ id, subscriptionId, type, prescriptionId, attempts, reply, tries, state },
    eventSeq: found.eventSeq === null ? null : Number(found.eventSeq),
    queuedAt: found.queuedAt.toISOString(),
    sentAt: time(found.sentAt),
    settledAt: time(found.settledAt),
    nextAttemptAt: state === 'queued' ? time(found.nextAttemptAt) : null,
    body: JSON.stringify(found.body),
  };
}

export type DeliveryAsking = {
  readonly state?: DeliveryState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of the sent, sending and pending deliveries to one subscription, newest first. */
export function listDeliveries({ scope }: Account, id: string, asking: DeliveryAsking): Promise<Page<DeliveryRow>> {
  const { tenantId } = scope;
  const [at, last] = decodeCursor(asking.cursor, ['instant', 'text']) ?? [];
  return inTenant(scope, async (tx) => {
    if ((await findSubscription(tx, tenantId, id, 'read')) === null) throw new NotFound();
    const before = at === undefined || last === undefined ? null : { at, id: last };
    const { state = null, limit } = asking;
    const found = await findDeliveries(tx, { tenantId, subscriptionId: id, state, before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const end = shown.at(-1);
    const nextCursor = found.length > limit && end ? encodeCursor([end.queuedAt.toISOString(), end.id]) : null;
    return { items: shown.map(deliveryRow), nextCursor };
  });
}
