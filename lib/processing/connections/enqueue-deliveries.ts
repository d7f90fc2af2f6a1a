import { createHash } from 'node:crypto';
import type { Tx } from '#lib/db/base/in-tenant';
import { type NewDelivery, putDeliveries, subscribersTo } from '#lib/db/connections/deliveries';
import type { Claimed } from '#lib/db/ledger/claim-work';
import { knownPrescriptions } from '#lib/db/prescriptions/known-prescriptions';
import { deliveryBody, deliveryPrefix, prescriptionOf, signalKey } from '#lib/domain/connections/downstream';
import type { Meaning } from '#lib/domain/ledger/meaning';

/** One signal to one subscription has one name, for ever: it is put into the outbox once, by whichever worker comes first. */
function deliveryId(tenantId: string, subscriptionId: string, key: string): string {
  const name = JSON.stringify([tenantId, subscriptionId, key]);
  return `${deliveryPrefix}${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/**
 * Sends newly processed events to the tenant's own systems: a delivery for each subscription that chose the type, in the transaction that
 * marks the event processed. Only for live events: neither a replay nor a rebuild calls this.
 */
export async function enqueueDeliveries(
  tx: Tx,
  tenantId: string,
  rows: readonly Claimed[],
  meanings: readonly Meaning[],
): Promise<void> {
  const messageIds = new Map(rows.map(({ seq, messageId }) => [seq, messageId]));
  const events = meanings.flatMap(({ settled }) =>
    settled.status === 'processed' ? [{ ...settled, messageId: messageIds.get(settled.seq) ?? '' }] : [],
  );
  const types = [...new Set(events.map(({ type }) => type))];
  const subscribers = types.length === 0 ? [] : await subscribersTo(tx, tenantId, types);
  if (subscribers.length === 0) return;
  const wanted = events.filter(({ type }) => subscribers.some((subscriber) => subscriber.types.includes(type)));
  const known = await knownPrescriptions(
    tx,
    tenantId,
    wanted.flatMap((event) => prescriptionOf(event) ?? []),
  );
  const deliveries = new Map<string, NewDelivery>();
  for (const event of wanted)
    for (const { id: subscriptionId, types: chosen, state } of subscribers) {
      if (!chosen.includes(event.type)) continue;
      const prescriptionId = prescriptionOf(event);
      const id = deliveryId(tenantId, subscriptionId, signalKey(event));
      const body = deliveryBody(event, known.get(prescriptionId ?? ''));
      const held = state === 'paused' ? 'held' : 'queued';
      if (!deliveries.has(id))
        deliveries.set(id, {
          ...{ id, subscriptionId, eventSeq: event.seq, prescriptionId, body, state: held, createdBy: null },
        });
    }
  await putDeliveries(tx, tenantId, [...deliveries.values()]);
}
