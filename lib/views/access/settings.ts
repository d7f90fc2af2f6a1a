import type { LocationRow, Settings } from '#lib/contract/access/settings';
import type { Page } from '#lib/contract/base/page';
import { tenantSettings } from '#lib/db/access/tenant-settings';
import { inTenant } from '#lib/db/base/in-tenant';
import { findLocations } from '#lib/db/directories/locations';
import type { Account } from '#lib/domain/access/account';
import { readLocale } from '#lib/domain/base/locale';

/** The tenant's settings; of a secret only that there is one. */
export function getSettings({ scope }: Account): Promise<Settings> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const tenant = await tenantSettings(tx, tenantId);
    const { version, name, timeZone, pickUpDays, countersignHours, drugNamesInMail, mailFromName } = tenant;
    return {
      ...{ version, tenantId, name, timeZone, pickUpDays, countersignHours, drugNamesInMail, mailFromName },
      locale: readLocale(tenant.locale),
      resendBy: tenant.resendBy === 'webhook' ? 'webhook' : 'smtp',
      resendWebhookUrl: tenant.resendWebhookUrl,
      hasWebhookSecret: tenant.resendWebhookSecret !== null,
    };
  });
}

/** Every location of the tenant, named or only known from its sources: a few dozen at most, so one page. Pharmacists see only their own. */
export async function listLocations({ scope }: Account): Promise<Page<LocationRow>> {
  const found = await inTenant(scope, (tx) => findLocations(tx, scope.tenantId));
  const own = scope.locationIds ?? [];
  return { items: own.length === 0 ? found : found.filter(({ id }) => own.includes(id)), nextCursor: null };
}
