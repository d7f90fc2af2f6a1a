import { randomUUID } from 'node:crypto';
import { requireFirst } from '#lib/commands/base/if-unchanged';
import type { NewSource, SourceMade } from '#lib/contract/connections/source';
import { inTenant } from '#lib/db/base/in-tenant';
import { addSource, claimSourceKey } from '#lib/db/connections/save-sources';
import { addSecret } from '#lib/db/connections/source-secrets';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Invalid } from '#lib/domain/base/refusal';
import type { WireFormatName } from '#lib/domain/base/system';
import { environmentsOf, namesTenant } from '#lib/domain/ledger/source-rules';
import { secretFor } from './source-secret.ts';

type Bound = { readonly environment?: string | null | undefined; readonly wireId?: string | null | undefined };

/** @throws Invalid where a binding is set that the format does not have, or one is missing that it needs */
export function refuseWrongBinding(format: WireFormatName, { environment = null, wireId = null }: Bound): void {
  const known = environmentsOf[format];
  if (environment === null ? known.length > 0 : !known.includes(environment)) throw new Invalid(['body.environment']);
  if (wireId !== null && !namesTenant[format]) throw new Invalid(['body.wireId']);
}

/** A new source of the tenant, with its first secret: returned this once where it was made here. @throws Conflict `key-taken`, Invalid */
export function createSource({ scope }: Account, asked: NewSource, requestId: string): Promise<SourceMade> {
  const { tenantId, userId } = scope;
  const { key, name, format, environment = null, wireId = null, ratePerSecond = null } = asked;
  refuseWrongBinding(format, { environment, wireId });
  const { secret, made } = secretFor(format, asked.secret);
  const id = `src_${randomUUID()}`;
  return inTenant(scope, async (tx) => {
    const claimed = await claimSourceKey(tx, tenantId, { id, key });
    requireFirst(claimed, 'key-taken', 'This key is in use: choose another one.');
    await addSource(tx, tenantId, { id, key, name, format, environment, wireId, ratePerSecond });
    await addSecret(tx, { tenantId, sourceId: id }, `sec_${randomUUID()}`, secret);
    const line = { action: 'source.created', subjectKind: 'source', subjectId: id, reason: key, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    return { id, secret: made ? secret : null };
  });
}
