import type { Tx } from '#lib/db/base/in-tenant';
import type { SubscriptionState } from '#lib/domain/connections/downstream';

type SubscriptionFields = { readonly name: string; readonly types: readonly string[]; readonly url: string };

/** `secret` is sealed. */
type NewSubscription = SubscriptionFields & {
  readonly id: string;
  readonly secret: string;
  readonly createdBy: string;
};

export async function addSubscription(
  tx: Tx,
  tenantId: string,
  { types, ...subscription }: NewSubscription,
): Promise<void> {
  await tx.subscription.create({ data: { tenantId, ...subscription, types: [...types] } });
}

export async function saveSubscription(
  tx: Tx,
  tenantId: string,
  id: string,
  { name, types, url }: SubscriptionFields,
): Promise<void> {
  await tx.subscription.update({ where: { tenantId_id: { tenantId, id } }, data: { name, types: [...types], url } });
}

export async function saveSubscriptionState(
  tx: Tx,
  tenantId: string,
  id: string,
  state: SubscriptionState,
): Promise<void> {
  await tx.subscription.update({ where: { tenantId_id: { tenantId, id } }, data: { state } });
}

/** Saves a new sealed secret; `previousSecret` signs beside it until `previousUntil`. */
export async function saveSubscriptionSecret(
  tx: Tx,
  tenantId: string,
  id: string,
  secrets: {
    readonly secret: string;
    readonly secretAt: Date;
    readonly previousSecret: string | null;
    readonly previousUntil: Date | null;
  },
): Promise<void> {
  await tx.subscription.update({ where: { tenantId_id: { tenantId, id } }, data: secrets });
}

/** Counts a change of a subscription. */
export async function raiseSubscriptionVersion(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.subscription.update({ where: { tenantId_id: { tenantId, id } }, data: { version: { increment: 1 } } });
}
