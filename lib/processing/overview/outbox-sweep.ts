import { acrossTenants } from '#lib/db/base/across-tenants';
import { inTenant } from '#lib/db/base/in-tenant';
import { unrecorded } from '#lib/db/connections/deliveries';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { keepTry, lockTry } from '#lib/db/mail/outbox';
import { abandoned, wakeForgotten } from '#lib/db/mail/outbox-sweep';
import type { RetryPolicy } from '#lib/domain/base/time/retry-policy';
import { deliveryPrefix } from '#lib/domain/connections/downstream';
import { log } from '#lib/observability/log';
import { recordDelivery } from '#lib/processing/connections/deliver';
import { settleEnd } from '#lib/processing/mail/outbox';

const atOnce = 50;
const overdueSeconds = 60;
const outcome = { outcome: 'uncertain', reply: 'The answer was not recorded in time' } as const;

/**
 * A message whose lease has run out was being sent by a process that is gone, or could not record its result: it may have been sent, which
 * is shown and settled by a person. One that has been due for a while without a job gets one again. A delivery to a subscription is resent
 * automatically, as after any other try: its receiver can recognise a repeat.
 */
export async function sweepOutbox(policy: RetryPolicy): Promise<void> {
  const left = await acrossTenants((tx) => abandoned(tx, atOnce));
  for (const message of left) {
    await retryContention(() =>
      inTenant(message, async (tx) => {
        if (message.id.startsWith(deliveryPrefix)) {
          const delivery = await unrecorded(tx, message);
          if (delivery) await recordDelivery(tx, delivery, outcome, policy);
          return;
        }
        if ((await lockTry(tx, message))?.state !== 'sending') return;
        await keepTry(tx, message, outcome);
        await settleEnd(tx, message, outcome);
        log('warn', 'outbox.abandoned', { tenantId: message.tenantId, subjectId: message.id, count: message.attempts });
      }),
    );
  }
  const woken = await acrossTenants((tx) => wakeForgotten(tx, overdueSeconds));
  if (woken > 0) log('warn', 'outbox.woken', { count: woken });
}
