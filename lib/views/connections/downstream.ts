import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { deliveriesList } from '#lib/contract/connections/deliveries-list';
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
import { deliveryStates } from '#lib/domain/connections/downstream';
import { subscribableTypes } from '#lib/events/catalog';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

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

/** A page of what was sent or is to be sent to one destination, newest first unless asked otherwise. */
export function listDeliveries(
  { scope }: Account,
  id: string,
  { cursor, limit, sort = '-queued', ...filter }: PageAsked<typeof deliveriesList>,
): Promise<Page<DeliveryRow>> {
  const { tenantId } = scope;
  const after = decodeCursor(cursor, ['instant', 'text']);
  return inTenant(scope, async (tx) => {
    if ((await findSubscription(tx, tenantId, id, 'read')) === null) throw new NotFound();
    const query = { tenantId, subscriptionId: id, filter, sort, after, limit: oneMore(limit) };
    const { rows, nextCursor } = pageOf(await findDeliveries(tx, query), limit, (last) => [
      last.queuedAt.toISOString(),
      last.id,
    ]);
    return { items: rows.map(deliveryRow), nextCursor };
  });
}
