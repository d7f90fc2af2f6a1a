import type { AccountRow, LinkLook } from '#lib/contract/access/access';
import type { accountsList } from '#lib/contract/access/accounts-list';
import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import { readLink } from '#lib/db/access/account-link';
import { type FoundAccount, findAccounts } from '#lib/db/access/find-accounts';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

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

/** A page of the tenant's accounts, by name. */
export async function listAccounts(
  { scope }: Account,
  { cursor, limit }: PageAsked<typeof accountsList>,
): Promise<Page<AccountRow>> {
  const after = decodeCursor(cursor, ['text', 'text']);
  const found = await inTenant(scope, (tx) => findAccounts(tx, scope.tenantId, { after, limit: oneMore(limit) }));
  const { rows, nextCursor } = pageOf(found, limit, ({ name, id }) => [name.toLowerCase(), id]);
  return { items: rows.map((row) => rowOf(row, scope.userId)), nextCursor };
}

/** The account whose password a link sets. @throws NotFound when it opens nothing: used, replaced, expired, or none of ours */
export async function lookAtLink(token: string): Promise<LinkLook> {
  const link = await readLink(token);
  if (!link) throw new NotFound();
  const { purpose, email, name, tenantName, expiresAt } = link;
  return { purpose, email, name, tenantName, expiresAt: expiresAt.toISOString() };
}
