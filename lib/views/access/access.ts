import type { AccountRow, LinkLook } from '#lib/contract/access/access';
import type { Page } from '#lib/contract/base/page';
import { readLink } from '#lib/db/access/account-link';
import { type FoundAccount, findAccounts } from '#lib/db/access/find-accounts';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

function rowOf(found: FoundAccount, asker: string): AccountRow {
  const { id, email, name, role, inCharge, prescriberIds, locationIds, sessions, version } = found;
  const { linkPurpose, linkExpiresAt } = found;
  return {
    ...{ id, email, name, role, inCharge, prescriberIds, locationIds, sessions, version },
    state:
      found.disabledAt !== null ? 'disabled' : found.hasPassword || found.lastSeenAt !== null ? 'active' : 'invited',
    lastSeenAt: found.lastSeenAt?.toISOString() ?? null,
    link: linkPurpose && linkExpiresAt ? { purpose: linkPurpose, expiresAt: linkExpiresAt.toISOString() } : null,
    self: id === asker,
  };
}

export type AccountsAsking = { readonly cursor?: string | undefined; readonly limit: number };

/** A page of the tenant's accounts, by name. */
export async function listAccounts({ scope }: Account, { cursor, limit }: AccountsAsking): Promise<Page<AccountRow>> {
  const [name, id] = decodeCursor(cursor, ['text', 'text']) ?? [];
  const after = name !== undefined && id !== undefined ? { name, id } : null;
  const found = await inTenant(scope, (tx) => findAccounts(tx, scope.tenantId, { after, limit: limit + 1 }));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([last.name.toLowerCase(), last.id]) : null;
  return { items: shown.map((row) => rowOf(row, scope.userId)), nextCursor };
}

/** The account whose password a link sets. @throws NotFound when it opens nothing: used, replaced, expired, or none of ours */
export async function lookAtLink(token: string): Promise<LinkLook> {
  const link = await readLink(token);
  if (!link) throw new NotFound();
  const { purpose, email, name, tenantName, expiresAt } = link;
  return { purpose, email, name, tenantName, expiresAt: expiresAt.toISOString() };
}
