import { randomUUID } from 'node:crypto';
import { requireFirst } from '#lib/commands/base/if-unchanged';
import { newWebhookSecret } from '#lib/commands/connections/source-secret';
import type { AddedRecipient } from '#lib/contract/flow/flow';
import {
  addOpsRecipient,
  countRecipients,
  recipientAddress,
  removeOpsRecipient,
  wasRecipient,
} from '#lib/db/access/ops-recipients';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyFlow } from '#lib/db/base/notify-changes';
import { sealWith } from '#lib/db/base/secret-box';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { putNotice } from '#lib/db/mail/ops-alert';
import type { Account } from '#lib/domain/access/account';
import type { Locale } from '#lib/domain/base/locale';
import { Conflict, NotFound } from '#lib/domain/base/refusal';
import { env } from '#lib/env';
import { senderDomain } from '#lib/outbound/mail-sender';
import { destinationOf } from '#lib/outbound/webhook-address';

const mostRecipients = 20;

export type NewRecipient = {
  readonly kind: 'email' | 'webhook';
  readonly address: string;
  readonly locale: Locale;
};

/**
 * Adds a recipient of incident notifications. A webhook is signed with a secret that is shown in this answer only. @throws Conflict
 * `recipient-known`, `too-many`; `not-https`, `private-address`, `unknown-host` where a webhook may not be called
 */
export async function addRecipient(
  { scope }: Account,
  { kind, address, locale }: NewRecipient,
  requestId: string,
): Promise<AddedRecipient> {
  const { tenantId, userId } = scope;
  if (kind === 'webhook') {
    const found = await destinationOf(address, { allowed: env().OUTBOUND_ALLOW_HOSTS });
    if (!found.ok) throw new Conflict(found.fault, 'This address may not be called.');
  }
  const id = `rcp_${randomUUID()}`;
  const secret = kind === 'webhook' ? newWebhookSecret() : null;
  const key = Buffer.from(env().ENCRYPTION_KEY, 'base64');
  const sealed = secret === null ? null : sealWith(key, secret, { tenantId, sourceId: id });
  await inTenant(scope, async (tx) => {
    if ((await countRecipients(tx, tenantId)) >= mostRecipients)
      throw new Conflict('too-many', 'More than twenty cannot be told.');
    const recipient = { id, kind, address, locale, secret: sealed, addedBy: userId };
    requireFirst(await addOpsRecipient(tx, tenantId, recipient), 'recipient-known', 'This address is told already.');
    const line = { action: 'flow.recipient-added', subjectKind: 'recipient', subjectId: id } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyFlow(tx, tenantId);
  });
  return { id, secret };
}

/** Removes a recipient; messages that have not left yet do not leave. Twice is once. @throws NotFound */
export async function removeRecipient(
  { scope }: Account,
  id: string,
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  await inTenant(scope, async (tx) => {
    if (!(await wasRecipient(tx, tenantId, id))) throw new NotFound();
    if (!(await removeOpsRecipient(tx, tenantId, id))) return;
    const line = { action: 'flow.recipient-removed', subjectKind: 'recipient', subjectId: id } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyFlow(tx, tenantId);
  });
  return { id };
}

/** Sends one message that shows only that messages arrive. @throws NotFound */
export async function testRecipient(
  { scope }: Account,
  id: string,
  requestId: string,
): Promise<{ readonly outboxId: string }> {
  const { tenantId, userId } = scope;
  const outboxId = `ntc_test_${randomUUID()}`;
  await inTenant(scope, async (tx) => {
    const to = await recipientAddress(tx, tenantId, id);
    if (!to) throw new NotFound();
    await putNotice(tx, {
      ...{ tenantId, id: outboxId, kind: to.kind, address: to.address },
      mailMessageId: `<${outboxId}@${senderDomain()}>`,
      createdBy: userId,
      notice: { alertId: '', recipientId: id, moment: 'test' },
    });
    const line = { action: 'flow.recipient-tested', subjectKind: 'recipient', subjectId: id } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
  });
  return { outboxId };
}
