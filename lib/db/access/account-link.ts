import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { type LinkPurpose, linkHours, linkPurposes } from '#lib/domain/access/account-link';
import type { Scope } from '#lib/domain/base/scope';

/** The token goes into the link and nowhere else: the row keeps its hash. */
export type MintedLink = {
  readonly id: string;
  readonly token: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
};

type Who = Pick<Scope, 'tenantId' | 'userId'>;

/** The purpose under which a link in the outbox is sealed. */
export const linkOwner = (tenantId: string) => ({ tenantId, sourceId: 'account-link' });

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a one-time link for an account, in the caller's transaction. Its earlier links become invalid. */
export async function mintLink(
  tx: Tx,
  { tenantId, userId }: Who,
  purpose: LinkPurpose,
  createdBy: string | null,
): Promise<MintedLink> {
  await revokeLinks(tx, { tenantId, userId });
  const id = `lnk_${randomUUID()}`;
  const token = `${Buffer.from(tenantId).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + linkHours[purpose] * 3_600_000);
  await tx.accountLink.create({
    data: { tenantId, id, userId, purpose, tokenHash: hashOf(token), createdBy, expiresAt },
  });
  return { id, token, purpose, expiresAt };
}

/** The links of an account that were not used open nothing any more. */
export async function revokeLinks(tx: Tx, { tenantId, userId }: Who): Promise<void> {
  await tx.accountLink.updateMany({
    where: { tenantId, userId, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** The number of links for this account that its owner requested at the sign-in page within the last hour. */
export function ownResetsLately(tx: Tx, { tenantId, userId }: Who): Promise<number> {
  const createdAt = { gt: new Date(Date.now() - 3_600_000) };
  return tx.accountLink.count({ where: { tenantId, userId, purpose: 'reset', createdBy: null, createdAt } });
}

export type OpenLink = Who & { readonly id: string; readonly purpose: LinkPurpose; readonly expiresAt: Date };

/** The tenant that a token names; that tenant's rows decide whether it opens anything. Null for a token that is not ours. */
export function tenantOfToken(token: string): string | null {
  const [named = '', secret = '', ...more] = token.split('.');
  const tenantId = Buffer.from(named, 'base64url').toString('utf8');
  const ours = /^[a-z0-9][a-z0-9-]{0,39}$/.test(tenantId) && /^[\w-]{43}$/.test(secret) && more.length === 0;
  return ours ? tenantId : null;
}

/** The account that a token still opens: not used, not replaced, not expired, and its account not disabled. */
export async function openLink(tx: Tx, tenantId: string, token: string): Promise<OpenLink | null> {
  const found = await tx.accountLink.findUnique({
    where: { tenantId_tokenHash: { tenantId, tokenHash: hashOf(token) } },
  });
  if (!found || found.usedAt !== null || found.revokedAt !== null || found.expiresAt <= new Date()) return null;
  const purpose = linkPurposes.find((one) => one === found.purpose);
  return purpose ? { tenantId, userId: found.userId, id: found.id, purpose, expiresAt: found.expiresAt } : null;
}

/** Uses a link up. False: another request was quicker. */
export async function spendLink(tx: Tx, { tenantId, id }: Pick<OpenLink, 'tenantId' | 'id'>): Promise<boolean> {
  const spent = await tx.accountLink.updateMany({
    where: { tenantId, id, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  return spent.count === 1;
}

/** The account behind a token, for the page that asks for a password. Null when it opens nothing. */
export async function readLink(token: string) {
  const tenantId = tenantOfToken(token);
  if (tenantId === null) return null;
  return inTenant({ tenantId }, async (tx) => {
    const link = await openLink(tx, tenantId, token);
    const user = link && (await tx.user.findUnique({ where: { tenantId_id: { tenantId, id: link.userId } } }));
    if (!link || !user || user.disabledAt !== null) return null;
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { tenantId }, select: { name: true } });
    return { ...link, email: user.email, name: user.name, tenantName: tenant.name };
  });
}
