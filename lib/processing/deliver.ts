import { type Delivery, isStillTrying, recordTry, takeDelivery } from '#lib/db/deliveries';
import { inTenant } from '#lib/db/in-tenant';
import { notifyScreens } from '#lib/db/live';
import { retryingContention } from '#lib/db/retrying-contention';
import { findSubscription, recordHealth, secretsOf } from '#lib/db/subscription';
import { mayPass, type SendOutcome } from '#lib/domain/outbox';
import { type RetryPolicy, retryDelay } from '#lib/domain/retry-policy';
import { log } from '#lib/observability/log';
import { type OutgoingWebhook, sendByWebhook } from '#lib/outbound/webhook';
import type { WebhookReach } from '#lib/outbound/webhook-address';

export type Delivering = { readonly policy: RetryPolicy; readonly leaseSeconds: number; readonly reach: WebhookReach };

type Job = { readonly tenantId: string; readonly id: string };

async function take({ tenantId, id }: Job, leaseSeconds: number) {
  return inTenant({ tenantId }, async (tx) => {
    const delivery = await takeDelivery(tx, tenantId, id, leaseSeconds);
    const to = delivery && (await findSubscription(tx, tenantId, delivery.subscriptionId, 'read'));
    if (!delivery || !to) return null;
    const secrets = secretsOf(tenantId, to);
    const request: OutgoingWebhook = { url: to.url, secrets, messageId: delivery.id, body: delivery.body };
    return { delivery, request };
  });
}

async function record(delivery: Delivery, outcome: SendOutcome, policy: RetryPolicy): Promise<void> {
  const { tenantId, id, subscriptionId, attempts, age } = delivery;
  await retryingContention(() =>
    inTenant({ tenantId }, async (tx) => {
      if (!(await isStillTrying(tx, delivery))) return;
      const works = outcome.outcome === 'accepted';
      await recordHealth(tx, tenantId, subscriptionId, works, outcome.reply);
      const delay = works || !mayPass(outcome) ? null : retryDelay(policy, attempts, age, Math.random());
      const paused = (await findSubscription(tx, tenantId, subscriptionId, 'read'))?.state === 'paused';
      const state = works ? 'accepted' : delay === null ? 'failed' : paused ? 'held' : 'queued';
      await recordTry(tx, delivery, outcome, { state, inSeconds: delay });
      await notifyScreens(tx, tenantId, []);
      log('info', 'delivery.tried', { tenantId, subjectId: id, status: outcome.outcome, count: attempts });
    }),
  );
}

/**
 * Sends one delivery if it is due and nobody else is at it. Its id never changes, so that the other side can tell a repeat: one whose sender died is
 * simply sent again (`outbox-sweep.ts`).
 */
export async function deliver(job: Job, { policy, leaseSeconds, reach }: Delivering): Promise<void> {
  const taken = await take(job, leaseSeconds);
  if (!taken) return;
  const outcome = await sendByWebhook(taken.request, reach);
  await record(taken.delivery, outcome, policy);
}
