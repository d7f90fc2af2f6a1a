import { inTenant } from '#lib/db/in-tenant';
import { outboxAge } from '#lib/db/outbox';
import type { Account } from '#lib/domain/account';
import type { OutboxAge } from '#lib/queries/outbox';

/** For the admin: whether mail of his tenant is stuck. */
export function getOutboxAge({ scope }: Account): Promise<OutboxAge> {
  return inTenant(scope, (tx) => outboxAge(tx, scope.tenantId));
}
