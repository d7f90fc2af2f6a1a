import { requireFirst } from '#lib/commands/base/if-unchanged';
import type { HandedOut } from '#lib/contract/access/access';
import { addTenant } from '#lib/db/access/tenant-settings';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Locale } from '#lib/domain/base/locale';
import { issueAccountLink } from './issue-account-link.ts';
import { newAccount } from './new-account.ts';

export type NewTenant = {
  readonly tenantId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  /** The ids by which senders name the tenant in their envelopes. */
  readonly wireIds: readonly string[];
  readonly admin: { readonly email: string; readonly name: string };
  /** The address at which people open the product. */
  readonly baseUrl: string;
};

/**
 * The operator's first step: a tenant and its first admin, who signs in by the returned link. People's actions are recorded from the
 * tenant's own source, `scriptline`, which every tenant has from the beginning. @throws Conflict `tenant-exists`, `address-taken`
 */
export function createTenant(asked: NewTenant): Promise<HandedOut> {
  const { tenantId, name, timeZone, locale, wireIds, admin, baseUrl } = asked;
  return inTenant({ tenantId }, async (tx) => {
    const added = await addTenant(tx, { tenantId, name, timeZone, locale, wireIds });
    requireFirst(added, 'tenant-exists', `There is a tenant \`${tenantId}\` already.`);
    const userId = await newAccount(tx, tenantId, { ...admin, role: 'admin' });
    await writeAudit(tx, {
      tenantId,
      actorId: null,
      action: 'tenant.created',
      subjectKind: 'tenant',
      subjectId: tenantId,
    });
    const whose = { tenantId, userId, email: admin.email, purpose: 'invitation' as const };
    return issueAccountLink(tx, { ...whose, by: null, requestId: null, baseUrl });
  });
}
