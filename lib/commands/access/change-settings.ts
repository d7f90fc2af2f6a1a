import { requireUnchanged } from '#lib/commands/base/if-unchanged';
import type { SettingsEdit } from '#lib/contract/access/settings';
import { lockTenantSettings, saveTenantSettings } from '#lib/db/access/tenant-settings';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyAccess, notifyDirectory } from '#lib/db/base/notify-changes';
import { sealSecret } from '#lib/db/base/secret-box';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { differences } from '#lib/domain/base/json/differences';
import { Invalid } from '#lib/domain/base/refusal';
import { env } from '#lib/env';
import { resendOwner } from '#lib/outbound/resend-secret';
import { destinationOf } from '#lib/outbound/webhook-address';

/** A name that is not found just now may be found tomorrow; what is no https address, or a private one, is never called. */
async function refuseAddress(url: string): Promise<void> {
  const found = await destinationOf(url, { allowed: env().OUTBOUND_ALLOW_HOSTS });
  if (!found.ok && found.fault !== 'unknown-host') throw new Invalid(['body.resendWebhookUrl']);
}

/**
 * Changes what the tenant has set, at once for everybody: zone and days are read wherever something is derived from them. @throws Conflict
 * `changed` (another admin was quicker); Invalid for an address that is never called, or a webhook without its address or secret
 */
export async function changeSettings(
  { scope }: Account,
  edit: SettingsEdit,
  requestId: string,
): Promise<{ readonly version: number }> {
  const { tenantId, userId } = scope;
  const { version: seen, resendWebhookSecret, ...values } = edit;
  if (values.resendWebhookUrl) await refuseAddress(values.resendWebhookUrl);
  return inTenant(scope, async (tx) => {
    const { version, ...before } = await lockTenantSettings(tx, tenantId);
    requireUnchanged({ version }, seen, 'Somebody changed the settings meanwhile.');
    const after = {
      ...before,
      ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
      ...(resendWebhookSecret ? { resendWebhookSecret: sealSecret(resendWebhookSecret, resendOwner(tenantId)) } : {}),
    };
    if (after.resendBy === 'webhook' && after.resendWebhookUrl === null) throw new Invalid(['body.resendWebhookUrl']);
    if (after.resendBy === 'webhook' && after.resendWebhookSecret === null)
      throw new Invalid(['body.resendWebhookSecret']);
    const changed = differences(before, after, ['resendWebhookSecret']);
    if (changed === null) return { version };
    const saved = await saveTenantSettings(tx, tenantId, after);
    const line = { action: 'settings.changed', subjectKind: 'tenant', subjectId: tenantId, reason: changed } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyAccess(tx, tenantId);
    // Days and zone appear in every list: all screens fetch again.
    await notifyDirectory(tx, tenantId);
    return { version: saved };
  });
}
