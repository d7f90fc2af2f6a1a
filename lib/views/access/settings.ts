import type { PlaceRow, Settings } from '#lib/contract/access/settings';
import type { Page } from '#lib/contract/base/page';
import { tenantSettings } from '#lib/db/access/tenant-settings';
import { inTenant } from '#lib/db/base/in-tenant';
import { findPlaces } from '#lib/db/directories/places';
import type { Account } from '#lib/domain/access/account';
import { readLocale } from '#lib/domain/base/locale';

/** What the tenant has set; of a secret only that there is one. */
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

/** Every place of the tenant, named or only heard of: a few dozen at most, so one page. A pharmacist's own are all that he sees. */
export async function listPlaces({ scope }: Account): Promise<Page<PlaceRow>> {
  const found = await inTenant(scope, (tx) => findPlaces(tx, scope.tenantId));
  const own = scope.locationIds ?? [];
  return { items: own.length === 0 ? found : found.filter(({ id }) => own.includes(id)), nextCursor: null };
}
