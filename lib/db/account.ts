import type { Scope } from '#lib/domain/scope';
import { slowedSeconds } from '#lib/domain/sign-in-slowing';
import { writeAudit } from './audit.ts';
import { inTenant, type Tx } from './in-tenant.ts';
import { prisma } from './prisma.ts';

/** What sign-in needs to know of an account. */
export type SignInAccount = {
  readonly tenantId: string;
  readonly userId: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly failedSignIns: number;
  readonly slowedUntil: Date | null;
  readonly disabled: boolean;
};

/** By the global directory first: nobody names a tenant at the door. `email` in lower case. */
export async function findSignInAccount(email: string): Promise<SignInAccount | null> {
  const pointer = await prisma('scoped').accountDirectory.findUnique({ where: { email } });
  if (pointer === null) return null;
  const { tenantId, userId } = pointer;
  const user = await inTenant(pointer, (tx) =>
    tx.user.findUnique({ where: { tenantId_id: { tenantId, id: userId } } }),
  );
  if (user === null) return null;
  const { passwordHash, failedSignIns, slowedUntil } = user;
  return {
    tenantId,
    userId,
    email: user.email,
    passwordHash,
    failedSignIns,
    slowedUntil,
    disabled: user.disabledAt !== null,
  };
}

type Who = Pick<Scope, 'tenantId' | 'userId'>;

/** Counts a wrong password, slows the account as the count asks, and says so in the audit. */
export async function countFailedSignIn({ tenantId, userId }: Who, reason: string, requestId: string): Promise<void> {
  await inTenant({ tenantId }, async (tx) => {
    const where = { tenantId_id: { tenantId, id: userId } };
    const { failedSignIns } = await tx.user.update({
      where,
      data: { failedSignIns: { increment: 1 } },
      select: { failedSignIns: true },
    });
    const seconds = slowedSeconds(failedSignIns);
    if (seconds > 0) await tx.user.update({ where, data: { slowedUntil: new Date(Date.now() + seconds * 1000) } });
    await refusedLine(tx, { tenantId, userId }, reason, requestId);
  });
}

function refusedLine(tx: Tx, { tenantId, userId }: Who, reason: string, requestId: string): Promise<void> {
  const line = { action: 'sign-in.refused', subjectKind: 'account', subjectId: userId } as const;
  return writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...line });
}

/** Somebody was refused at the door of a known account, without a password being counted. */
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
