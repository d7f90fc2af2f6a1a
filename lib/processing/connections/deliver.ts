import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { type Delivery, holdIfPaused, isStillTrying, recordTry, takeDelivery } from '#lib/db/connections/deliveries';
import { findSubscription, recordHealth, secretsOf } from '#lib/db/connections/subscription';
import { type RetryPolicy, retryDelay } from '#lib/domain/base/time/retry-policy';
import { mayPass, type SendOutcome, storableOutcome } from '#lib/domain/mail/outbox';
import { log } from '#lib/observability/log';
import { type OutgoingWebhook, sendByWebhook } from '#lib/outbound/webhook';
import type { WebhookReach } from '#lib/outbound/webhook-address';
import { whileLeased } from '#lib/processing/base/while-leased';

export type Delivering = { readonly policy: RetryPolicy; readonly leaseSeconds: number; readonly reach: WebhookReach };

type Job = { readonly tenantId: string; readonly id: string };

async function take({ tenantId, id }: Job, leaseSeconds: number) {
  return inTenant({ tenantId }, async (tx) => {
    if (await holdIfPaused(tx, tenantId, id)) return null;
    const delivery = await takeDelivery(tx, tenantId, id, leaseSeconds);
    const to = delivery && (await findSubscription(tx, tenantId, delivery.subscriptionId, 'read'));
    if (!delivery || !to) return null;
    const secrets = secretsOf(tenantId, to);
    const request: OutgoingWebhook = { url: to.url, secrets, messageId: delivery.id, body: delivery.body };
    return { delivery, request };
  });
}

type Tried = Pick<Delivery, 'tenantId' | 'id' | 'subscriptionId' | 'attempts' | 'age'>;

/** Records the result of a try and its consequences: five retries at most, and none while its subscription is paused. */
export async function recordDelivery(tx: Tx, tried: Tried, outcome: SendOutcome, policy: RetryPolicy): Promise<void> {
  const { tenantId, id, subscriptionId, attempts, age } = tried;
  const works = outcome.outcome === 'accepted';
  await recordHealth(tx, tenantId, subscriptionId, works, outcome.reply);
  // A message that may have arrived may be sent a second time: the receiver recognises it by its id.
  const again = !works && (outcome.outcome === 'uncertain' || mayPass(outcome));
  const delay = again ? retryDelay(policy, attempts, age, Math.random()) : null;
  const paused = (await findSubscription(tx, tenantId, subscriptionId, 'read'))?.state === 'paused';
  const state = works ? 'accepted' : delay === null ? 'failed' : paused ? 'held' : 'queued';
  await recordTry(tx, tried, outcome, { state, inSeconds: delay });
  await notifyScreens(tx, tenantId, []);
  log('info', 'delivery.tried', { tenantId, subjectId: id, status: outcome.outcome, count: attempts });
}

/**
 * Sends one delivery if it is due and nobody else is at it. Its id never changes, so that the other side can recognise a repeat: one whose
 * try was never recorded is resent (`outbox-sweep.ts`), within the same retries.
 */
export async function deliver(job: Job, { policy, leaseSeconds, reach }: Delivering): Promise<void> {
  const taken = await take(job, leaseSeconds);
  if (!taken) return;
  const outcome = await sendByWebhook(taken.request, reach);
  const { delivery } = taken;
  await whileLeased(leaseSeconds, () =>
    inTenant(delivery, async (tx) => {
      if (await isStillTrying(tx, delivery)) await recordDelivery(tx, delivery, storableOutcome(outcome), policy);
    }),
  );
}
