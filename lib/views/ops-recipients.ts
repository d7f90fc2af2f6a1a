import { inTenant } from '#lib/db/in-tenant';
import { recipientsOf } from '#lib/db/ops-recipients';
import type { Account } from '#lib/domain/account';
import type { OpsRecipient } from '#lib/queries/flow';

/** Whom the tenant wants told of incidents. */
export async function listRecipients({ scope }: Account): Promise<{ readonly items: readonly OpsRecipient[] }> {
  const rows = await inTenant(scope, (tx) => recipientsOf(tx, scope.tenantId));
  const items = rows.map(
    ({ id, kind, address, locale, addedAt, addedByName, lastState, lastAt, lastReply }): OpsRecipient => ({
      ...{ id, kind, address, locale: locale === 'es' ? 'es' : 'en', addedBy: addedByName },
      addedAt: addedAt.toISOString(),
      last: lastState && lastAt ? { state: lastState, at: lastAt.toISOString(), reply: lastReply } : null,
    }),
  );
  return { items };
}
