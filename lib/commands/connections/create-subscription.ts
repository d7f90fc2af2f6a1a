import { randomUUID } from 'node:crypto';
import type { NewSubscription, SubscriptionMade } from '#lib/contract/connections/downstream';
import { inTenant } from '#lib/db/base/in-tenant';
import { sealSecret } from '#lib/db/base/secret-box';
import { addSubscription } from '#lib/db/connections/save-subscriptions';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Invalid } from '#lib/domain/base/refusal';
import { env } from '#lib/env';
import { subscribableTypes } from '#lib/events/catalog';
import { destinationOf } from '#lib/outbound/webhook-address';
import { newWebhookSecret } from './source-secret.ts';

/** @throws Invalid `body.url: <why>`; a name that is not known now may be known at the sending */
export async function refuseWrongAddress(url: string): Promise<void> {
  const found = await destinationOf(url, { allowed: env().OUTBOUND_ALLOW_HOSTS });
  if (!found.ok) throw new Invalid([`body.url: ${found.fault}`]);
}

/** @throws Invalid where a type is none that a source sends */
export function refuseUnknownTypes(types: readonly string[]): void {
  const index = types.findIndex((type) => !subscribableTypes.includes(type));
  if (index >= 0) throw new Invalid([`body.types.${index}`]);
}

/** A system of the tenant's own that receives chosen types from now on; its secret is returned this once. @throws Invalid */
export async function createSubscription(
  { scope }: Account,
  { name, types, url }: NewSubscription,
  requestId: string,
): Promise<SubscriptionMade> {
  const { tenantId, userId } = scope;
  refuseUnknownTypes(types);
  await refuseWrongAddress(url);
  const id = `sub_${randomUUID()}`;
  const secret = newWebhookSecret();
  const sealed = sealSecret(secret, { tenantId, sourceId: id });
  return inTenant(scope, async (tx) => {
    const subscription = { id, name, types: [...new Set(types)], url, secret: sealed, createdBy: userId };
    await addSubscription(tx, tenantId, subscription);
    const line = { subjectKind: 'subscription', subjectId: id, reason: new URL(url).host, requestId };
    await writeAudit(tx, { tenantId, actorId: userId, action: 'subscription.created', ...line });
    return { id, secret };
  });
}
