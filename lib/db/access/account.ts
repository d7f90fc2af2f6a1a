import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { slowedSeconds } from '#lib/domain/access/sign-in-slowing';
import type { Scope } from '#lib/domain/base/scope';

/** The fields of an account that sign-in needs. */
export type SignInAccount = {
  readonly tenantId: string;
  readonly userId: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly disabled: boolean;
};

/** By the global directory first: nobody names a tenant at sign-in. `email` in lower case. */
export async function findSignInAccount(email: string): Promise<SignInAccount | null> {
  const pointer = await prisma('scoped').accountDirectory.findUnique({ where: { email } });
  if (pointer === null) return null;
  const { tenantId, userId } = pointer;
  const user = await inTenant(pointer, (tx) =>
    tx.user.findUnique({ where: { tenantId_id: { tenantId, id: userId } } }),
  );
  if (user === null) return null;
  const { email: address, passwordHash, disabledAt } = user;
  return { tenantId, userId, email: address, passwordHash, disabled: disabledAt !== null };
}

type Who = Pick<Scope, 'tenantId' | 'userId'>;

/**
 * Counts one try at an account's password, before the password is compared: of many at once only as many pass as would one after the other.
 * A try is a failure until `forgetFailedSignIns`; the account is slowed as their count asks. False: it is slowed just now, and nothing was
 * counted.
 */
export async function takeSignInTry({ tenantId, userId }: Who): Promise<boolean> {
  return inTenant({ tenantId }, async (tx) => {
    const [row] = await tx.$queryRaw<{ failedSignIns: number; slowedUntil: Date | null }[]>`
      select "failedSignIns", "slowedUntil" from "User" where "tenantId" = ${tenantId} and id = ${userId} for update`;
    if (!row || (row.slowedUntil !== null && row.slowedUntil > new Date())) return false;
    const failedSignIns = row.failedSignIns + 1;
    const seconds = slowedSeconds(failedSignIns);
    const slowed = seconds > 0 ? { slowedUntil: new Date(Date.now() + seconds * 1000) } : {};
    const where = { tenantId_id: { tenantId, id: userId } };
    await tx.user.update({ where, data: { failedSignIns, ...slowed } });
    return true;
  });
}

function refusedLine(tx: Tx, { tenantId, userId }: Who, reason: string, requestId: string): Promise<void> {
  const line = { action: 'sign-in.refused', subjectKind: 'account', subjectId: userId } as const;
  return writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
}

/** Records a refused sign-in to a known account. */
export async function auditRefusedSignIn(who: Who, reason: string, requestId: string): Promise<void> {
  await inTenant(who, (tx) => refusedLine(tx, who, reason, requestId));
}

export async function forgetFailedSignIns({ tenantId, userId }: Who): Promise<void> {
  await inTenant({ tenantId }, (tx) =>
    tx.user.updateMany({
      where: { tenantId, id: userId, failedSignIns: { gt: 0 } },
      data: { failedSignIns: 0, slowedUntil: null },
    }),
  );
}
