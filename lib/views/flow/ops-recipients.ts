import type { OpsRecipient } from '#lib/contract/flow/flow';
import { recipientsOf } from '#lib/db/access/ops-recipients';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { readLocale } from '#lib/domain/base/locale';

/** The recipients of the tenant's incident notifications. */
export async function listRecipients({ scope }: Account): Promise<{ readonly items: readonly OpsRecipient[] }> {
  const rows = await inTenant(scope, (tx) => recipientsOf(tx, scope.tenantId));
  const items = rows.map(
    ({ id, kind, address, locale, addedAt, addedByName, lastState, lastAt, lastReply }): OpsRecipient => ({
      ...{ id, kind, address, locale: readLocale(locale), addedBy: addedByName },
      addedAt: addedAt.toISOString(),
      last: lastState && lastAt ? { state: lastState, at: lastAt.toISOString(), reply: lastReply } : null,
    }),
  );
  return { items };
}
