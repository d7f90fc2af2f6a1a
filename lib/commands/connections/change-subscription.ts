import { randomUUID } from 'node:crypto';
import { requireFirst, requireRow, requireState } from '#lib/commands/base/if-unchanged';
import type { SubscriptionEdit } from '#lib/contract/connections/downstream';
import type { SecretRotated } from '#lib/contract/connections/source';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { sealSecret } from '#lib/db/base/secret-box';
import {
  holdQueued,
  putDeliveries,
  releaseHeld,
  resendOne,
  subscriptionOfDelivery,
} from '#lib/db/connections/deliveries';
import {
  saveSubscription,
  saveSubscriptionSecret,
  saveSubscriptionState,
} from '#lib/db/connections/save-subscriptions';
import { findSubscription } from '#lib/db/connections/subscription';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { deliveryBody, deliveryPrefix, downstreamTestType } from '#lib/domain/connections/downstream';
import type { Overlap } from '#lib/domain/ledger/source-rules';
import { refuseUnknownTypes, refuseWrongAddress } from './create-subscription.ts';
import { newWebhookSecret } from './source-secret.ts';
import { type AboutSubscription, updateSubscriptionIfUnchanged } from './update-subscription-if-unchanged.ts';

/** Another name, other types, another address; what is left out stays. @throws NotFound, Conflict `changed`, Invalid */
export async function changeSubscription({ scope }: Account, about: AboutSubscription, edit: SubscriptionEdit) {
  refuseUnknownTypes(edit.types ?? []);
  if (edit.url !== undefined) await refuseWrongAddress(edit.url);
  const { tenantId } = scope;
  return updateSubscriptionIfUnchanged(scope, about, async (tx, before) => {
    const { name = before.name, types = before.types, url = before.url } = edit;
    const data = { name, types: [...new Set(types)], url };
    await saveSubscription(tx, tenantId, about.id, data);
    const changes = [
      ...(name === before.name ? [] : ['name']),
      ...(data.types.join() === before.types.join() ? [] : [`types: ${data.types.join(', ')}`]),
      ...(url === before.url ? [] : [`url: ${new URL(before.url).host} → ${new URL(url).host}`]),
    ];
    return { action: 'subscription.changed', said: changes.join('; ') || null, answer: {} };
  });
}

/** While it is paused, messages are kept for it; resumed, it gets them, oldest first. @throws NotFound, Conflict `changed` */
export function switchSubscription({ scope }: Account, about: AboutSubscription, on: boolean) {
  const { tenantId } = scope;
  return updateSubscriptionIfUnchanged(scope, about, async (tx, { id }) => {
    const state = on ? 'active' : 'paused';
    await saveSubscriptionState(tx, tenantId, id, state);
    const released = on ? await releaseHeld(tx, tenantId, id) : 0;
    if (!on) await holdQueued(tx, tenantId, id);
    return { action: on ? 'subscription.resumed' : 'subscription.paused', said: null, answer: { released } };
  });
}

/** A new secret; until the overlap ends, messages are signed with both. @throws NotFound, Conflict `changed` */
export function rotateSubscription(
  { scope }: Account,
  about: AboutSubscription,
  overlapHours: Overlap,
): Promise<SecretRotated> {
  const { tenantId } = scope;
  const secret = newWebhookSecret();
  return updateSubscriptionIfUnchanged(scope, about, async (tx, { id, secret: before }) => {
    const owner = { tenantId, sourceId: id };
    const until = overlapHours === 0 ? null : new Date(Date.now() + overlapHours * 3_600_000);
    await saveSubscriptionSecret(tx, tenantId, id, {
      ...{ secret: sealSecret(secret, owner), secretAt: new Date() },
      ...{ previousSecret: until === null ? null : before, previousUntil: until },
    });
    const answer = { secret, previousUntil: until?.toISOString() ?? null };
    return { action: 'subscription.rotated', said: null, answer };
  });
}

/** Sends a test that names no record; it goes the way of every delivery. @throws NotFound, Conflict `paused` */
export function testSubscription(
  { scope }: Account,
  id: string,
  requestId: string,
): Promise<{ readonly deliveryId: string }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const found = requireRow(await findSubscription(tx, tenantId, id, 'lock'));
    requireState(found.state !== 'paused', 'paused', 'The subscription is paused: resume it first.');
    const deliveryId = `${deliveryPrefix}${randomUUID().replaceAll('-', '')}`;
    const none = { seq: 0n, factKey: null, subjects: [] };
    const at = new Date().toISOString();
    const body = deliveryBody({ ...none, type: downstreamTestType, at, messageId: deliveryId }, undefined);
    const one = { id: deliveryId, subscriptionId: id, eventSeq: null, prescriptionId: null, body };
    await putDeliveries(tx, tenantId, [{ ...one, state: 'queued', createdBy: userId }]);
    const line = { subjectKind: 'subscription', subjectId: id, requestId };
    await writeAudit(tx, { tenantId, actorId: userId, action: 'subscription.tested', ...line });
    await notifyScreens(tx, tenantId, []);
    return { deliveryId };
  });
}

/** Sends one delivery a second time, under the same id and with the same bytes. @throws NotFound, Conflict `paused` or `on-its-way` */
export function resendDelivery({ scope }: Account, id: string, requestId: string): Promise<object> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const subscriptionId = await subscriptionOfDelivery(tx, tenantId, id);
    const to = subscriptionId && (await findSubscription(tx, tenantId, subscriptionId, 'read'));
    if (!to) throw new NotFound();
    requireState(to.state !== 'paused', 'paused', 'The subscription is paused: resume it first.');
    requireFirst(await resendOne(tx, tenantId, id), 'on-its-way', 'It is on its way already.');
    const line = { subjectKind: 'delivery', subjectId: id, requestId };
    await writeAudit(tx, { tenantId, actorId: userId, action: 'delivery.resent', ...line });
    await notifyScreens(tx, tenantId, []);
    return {};
  });
}
