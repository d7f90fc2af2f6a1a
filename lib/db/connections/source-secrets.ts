import type { Tx } from '#lib/db/base/in-tenant';
import { openSecret, sealSecret } from '#lib/db/base/secret-box';

type Owner = { readonly tenantId: string; readonly sourceId: string };

/** A valid secret, newest first. */
export type KeptSecret = { readonly id: string; readonly createdAt: Date; readonly expiresAt: Date | null };

/** Seals a secret for a source, as the one to sign with from now on. */
export async function addSecret(tx: Tx, owner: Owner, id: string, secret: string): Promise<void> {
  await tx.sourceSecret.create({ data: { ...owner, id, sealed: sealSecret(secret, owner) } });
}

/** The secrets that are valid at this moment, by the database's clock. */
export function liveSecrets(tx: Tx, { tenantId, sourceId }: Owner): Promise<KeptSecret[]> {
  return tx.$queryRaw<KeptSecret[]>`
    select id, "createdAt", "expiresAt" from "SourceSecret" where "tenantId" = ${tenantId} and "sourceId" = ${sourceId}
      and ("expiresAt" is null or "expiresAt" > now()) order by "createdAt" desc, "expiresAt" nulls first`;
}

/** Keeps secrets valid for so many hours more, and returns the end of that time. */
export async function endSecrets(tx: Tx, owner: Owner, ids: readonly string[], inHours: number): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ until: Date }[]>`
    update "SourceSecret" set "expiresAt" = now() + make_interval(hours => ${inHours}::int)
    where "tenantId" = ${owner.tenantId} and "sourceId" = ${owner.sourceId} and id = any(${[...ids]}::text[]) returning "expiresAt" as until`;
  return rows[0]?.until ?? null;
}

/** The secret to sign with, in clear: to send a test of the source. Never part of an answer. @throws SecretUnreadable */
export async function signingSecret(tx: Tx, owner: Owner): Promise<string | null> {
  const [newest] = await liveSecrets(tx, owner);
  if (!newest) return null;
  const { tenantId } = owner;
  const secret = await tx.sourceSecret.findUnique({ where: { tenantId_id: { tenantId, id: newest.id } } });
  return secret === null ? null : openSecret(secret.sealed, owner);
}
