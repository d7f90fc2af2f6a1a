import { endSessionsOf } from '#lib/db/access/session';
import type { Tx } from '#lib/db/base/in-tenant';
import { notifyAccess } from '#lib/db/base/notify-changes';
import type { PrismaClient } from '#lib/db/generated/client';
import { writeAudits } from '#lib/db/ledger/audit/audit';
import type { AuditLine } from '#lib/domain/ledger/audit';

/** The seed's ids. A real tenant may have one of these tenant ids, but not an account's address with it. */
export type DemoNames = {
  readonly tenantIds: readonly string[];
  readonly emails: readonly string[];
  readonly keys: readonly string[];
};

/** The accounts and sources with public passwords and secrets, and those that these still open. */
export type OpenDemo = { readonly accounts: readonly string[]; readonly sources: readonly string[] };

export type ClosedDemo = OpenDemo & { readonly sessions: number };

/** The audit log's reason by which demo mode recognises that the command closed it, and not a person. */
const reason = 'npm run demo:disable';

/** Sources that people made in a tenant; the product's own have a name of their own instead of a generated id. */
const madeByPeople = { startsWith: 'src_' } as const;

async function demoTenants(db: PrismaClient, { tenantIds, emails }: DemoNames): Promise<string[]> {
  const pointers = await db.accountDirectory.findMany({
    where: { email: { in: [...emails] }, tenantId: { in: [...tenantIds] } },
    select: { tenantId: true },
  });
  return [...new Set(pointers.map(({ tenantId }) => tenantId))].sort();
}

/** The accounts and sources of the demo that are on. `db` must reach every tenant. */
export async function findOpenDemo(db: PrismaClient, names: DemoNames): Promise<OpenDemo> {
  const tenantId = { in: await demoTenants(db, names) };
  const [users, sources] = await Promise.all([
    db.user.findMany({ where: { tenantId, disabledAt: null }, select: { email: true }, orderBy: { email: 'asc' } }),
    db.source.findMany({
      where: { tenantId, disabledAt: null, id: madeByPeople },
      select: { key: true },
      orderBy: { key: 'asc' },
    }),
  ]);
  return { accounts: users.map(({ email }) => email), sources: sources.map(({ key }) => key) };
}

/**
 * Disables every account of the demo's tenants, ends their sessions and links, turns their sources off and ends their secrets. Anything
 * closed already stays as it is. The last admin is not spared: nobody shall get in.
 */
export async function closeDemo(db: PrismaClient, names: DemoNames): Promise<ClosedDemo> {
  const closed: ClosedDemo[] = [];
  for (const tenantId of await demoTenants(db, names))
    closed.push(await db.$transaction((tx) => closeTenant(tx, tenantId)));
  return {
    accounts: closed.flatMap(({ accounts }) => accounts),
    sources: closed.flatMap(({ sources }) => sources),
    sessions: closed.reduce((all, { sessions }) => all + sessions, 0),
  };
}

async function closeTenant(tx: Tx, tenantId: string): Promise<ClosedDemo> {
  const now = new Date();
  const off = { disabledAt: now, version: { increment: 1 } };
  const select = { id: true, email: true } as const;
  const users = await tx.user.updateManyAndReturn({ where: { tenantId, disabledAt: null }, data: off, select });
  let sessions = 0;
  for (const { id } of users) sessions += await endSessionsOf(tx, tenantId, id);
  const open = { tenantId, usedAt: null, revokedAt: null };
  await tx.accountLink.updateMany({ where: open, data: { revokedAt: now } });
  const sources = await tx.source.updateManyAndReturn({
    where: { tenantId, disabledAt: null, id: madeByPeople },
    data: { ...off, pausedAt: null, stateBy: null, stateReason: reason },
    select: { id: true, key: true },
  });
  await endSecrets(tx, tenantId, now);
  await writeAudits(tx, [
    ...users.map(({ id }) => line(tenantId, 'account.disabled', 'account', id)),
    ...sources.map(({ id }) => line(tenantId, 'source.disabled', 'source', id)),
  ]);
  await notifyAccess(tx, tenantId);
  return { accounts: users.map(({ email }) => email), sources: sources.map(({ key }) => key), sessions };
}

function line(
  tenantId: string,
  action: 'account.disabled' | 'source.disabled',
  subjectKind: string,
  subjectId: string,
): AuditLine {
  return { tenantId, actorId: null, action, subjectKind, subjectId, reason };
}

/** The product's own secrets in these tenants are made anew when they are needed: nothing stays sealed under the demo's key. */
async function endSecrets(tx: Tx, tenantId: string, now: Date): Promise<void> {
  const live = { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  await tx.sourceSecret.updateMany({ where: { tenantId, sourceId: madeByPeople, ...live }, data: { expiresAt: now } });
  await tx.sourceSecret.deleteMany({ where: { tenantId, NOT: { sourceId: madeByPeople } } });
}

/** Opens what `closeDemo` closed, and nothing that a person closed. A source that a person made in the demo stays off: its secret has ended. */
export async function reopenDemo(db: PrismaClient, names: DemoNames): Promise<void> {
  for (const tenantId of await demoTenants(db, names)) await db.$transaction((tx) => reopenTenant(tx, tenantId, names));
}

async function reopenTenant(tx: Tx, tenantId: string, { keys }: DemoNames): Promise<void> {
  const on = { disabledAt: null, version: { increment: 1 } };
  const where = { tenantId, disabledAt: { not: null } };
  const select = { id: true } as const;
  const users = await tx.user.findMany({ where, select });
  const made = await tx.source.findMany({ where: { ...where, key: { in: [...keys] } }, select });
  const accounts = await closedByCommand(tx, tenantId, 'account', users);
  const sources = await closedByCommand(tx, tenantId, 'source', made);
  if (accounts.length + sources.length === 0) return;
  await tx.user.updateMany({ where: { tenantId, id: { in: accounts } }, data: on });
  const active = { stateBy: null, stateReason: null, activeSince: new Date() };
  await tx.source.updateMany({ where: { tenantId, id: { in: sources } }, data: { ...on, ...active } });
  const again = (action: 'account.enabled' | 'source.enabled', subjectKind: string) => (subjectId: string) => ({
    ...{ tenantId, actorId: null, action, subjectKind, subjectId, reason: 'SCRIPTLINE_DEMO=1' },
  });
  await writeAudits(tx, [
    ...accounts.map(again('account.enabled', 'account')),
    ...sources.map(again('source.enabled', 'source')),
  ]);
  await notifyAccess(tx, tenantId);
}

/** Those that the command turned off last. */
async function closedByCommand(
  tx: Tx,
  tenantId: string,
  kind: 'account' | 'source',
  off: readonly { readonly id: string }[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of off) {
    const last = await tx.auditEntry.findFirst({
      where: { tenantId, subjectKind: kind, subjectId: id, action: `${kind}.disabled` },
      orderBy: { seq: 'desc' },
      select: { reason: true },
    });
    if (last?.reason === reason) found.push(id);
  }
  return found;
}
