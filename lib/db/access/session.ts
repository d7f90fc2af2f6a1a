import { randomBytes } from 'node:crypto';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyEnded } from '#lib/db/base/notify-changes';
import { prisma } from '#lib/db/base/prisma';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { absoluteSeconds, endsAt, isLive, isTouchDue, type SessionTimes } from '#lib/domain/access/session-life';
import { readLocale } from '#lib/domain/base/locale';
import type { Role, Scope } from '#lib/domain/base/scope';
import type { AuditAction } from '#lib/domain/ledger/audit';

export type LiveSession = { readonly account: Account; readonly endsAt: Date };

/** Opens a session for a person who has just proved their identity; returns its id, 256 random bits. */
export async function openSession(
  { tenantId, userId }: Pick<Scope, 'tenantId' | 'userId'>,
  reason: string,
  requestId: string,
): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const now = new Date();
  await inTenant({ tenantId }, async (tx) => {
    await tx.session.create({
      data: {
        tenantId,
        id,
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + absoluteSeconds * 1000),
      },
    });
    await tx.sessionDirectory.create({ data: { sessionId: id, tenantId } });
    await writeAudit(tx, {
      tenantId,
      actorId: userId,
      action: 'sign-in',
      subjectKind: 'account',
      subjectId: userId,
      reason,
      requestId,
    });
  });
  return id;
}

/**
 * The account behind a session id, or null when the session is over: ended, idle for fifteen minutes, twelve hours old, or its account
 * disabled. Queried at each request, so that ending a session ends it at once. Only `renew` counts as activity.
 */
export async function readSession(sessionId: string, renew = false, now = new Date()): Promise<LiveSession | null> {
  const pointer = await prisma('scoped').sessionDirectory.findUnique({ where: { sessionId } });
  if (pointer === null) return null;
  return inTenant(pointer, async (tx) => {
    const row = await sessionRow(tx, pointer.tenantId, sessionId);
    if (row === undefined || !isLive(row, now)) return null;
    const seen = renew && isTouchDue(row, now);
    if (seen) await touch(tx, pointer.tenantId, sessionId, now);
    return { account: accountFrom(row, sessionId), endsAt: endsAt(seen ? { ...row, lastSeenAt: now } : row) };
  });
}

type SessionRow = SessionTimes & {
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly inCharge: boolean;
  readonly locale: string;
  readonly tenantName: string;
  readonly timeZone: string;
  readonly prescriberIds: string[];
  readonly locationIds: string[];
};

/** One query: it runs before every answer. */
async function sessionRow(tx: Tx, tenantId: string, sessionId: string): Promise<SessionRow | undefined> {
  const [row] = await tx.$queryRaw<SessionRow[]>`
    select s."tenantId", s."userId", s."lastSeenAt", s."expiresAt", s."endedAt",
           u."name", u."email", u."role", u."inCharge", coalesce(u."locale", t."locale") as "locale",
           t."name" as "tenantName", t."timeZone",
           array(select p."prescriberId" from "PrescriberLink" p
                 where p."tenantId" = s."tenantId" and p."userId" = s."userId" order by 1) as "prescriberIds",
           array(select l."locationId" from "UserLocation" l
                 where l."tenantId" = s."tenantId" and l."userId" = s."userId" order by 1) as "locationIds"
    from "Session" s
    join "User" u on u."tenantId" = s."tenantId" and u."id" = s."userId"
    join "Tenant" t on t."tenantId" = s."tenantId"
    where s."tenantId" = ${tenantId} and s."id" = ${sessionId} and u."disabledAt" is null`;
  return row;
}

function accountFrom(row: SessionRow, sessionId: string): Account {
  const { tenantId, userId, role, inCharge, prescriberIds, locationIds, name, email, tenantName, timeZone } = row;
  const scope = { tenantId, userId, role, inCharge, prescriberIds, locationIds };
  return { scope, sessionId, name, email, tenantName, timeZone, locale: readLocale(row.locale) };
}

/** Never backwards, and never a session that ended meanwhile. */
async function touch(tx: Tx, tenantId: string, id: string, now: Date): Promise<void> {
  await tx.session.updateMany({
    where: { tenantId, id, endedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  });
}

/** Ends a session at once, whoever holds its cookie. Ending it again changes nothing. */
export async function endSession(
  sessionId: string,
  action: Extract<AuditAction, 'sign-out' | 'session.ended'>,
  actorId?: string,
): Promise<void> {
  const pointer = await prisma('scoped').sessionDirectory.findUnique({ where: { sessionId } });
  if (pointer === null) return;
  const { tenantId } = pointer;
  await inTenant(pointer, async (tx) => {
    const session = await tx.session.findUnique({ where: { tenantId_id: { tenantId, id: sessionId } } });
    const ended = await tx.session.updateMany({
      where: { tenantId, id: sessionId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (session === null || ended.count === 0) return;
    await notifyEnded(tx, tenantId, session.userId);
    await writeAudit(tx, {
      tenantId,
      actorId: actorId ?? session.userId,
      action,
      subjectKind: 'account',
      subjectId: session.userId,
    });
  });
}

/** Ends every session of an account, in the caller's transaction; its open tabs are notified at the commit. Returns their number. */
export async function endSessionsOf(tx: Tx, tenantId: string, userId: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { tenantId, userId, endedAt: null, expiresAt: { gt: new Date() } },
    data: { endedAt: new Date() },
  });
  await notifyEnded(tx, tenantId, userId);
  return count;
}
