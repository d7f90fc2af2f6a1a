import type { Touched } from '#lib/db/overview/rewrite';
import type { Tx } from './in-tenant.ts';

/** The channel on which the worker notifies every web process of stale data; and the one on which ingest wakes the worker. */
export const liveChannel = 'scriptline_live';
export const ledgerChannel = 'scriptline_ledger';

/** More than this many prescriptions in one message are named as "many": a notification holds 8,000 bytes. */
const mostNamed = 60;

/**
 * The content of one notification: the tenant, and which prescriptions of which prescribers read differently (ids only; null: too many to
 * name). Events always went stale with it.
 */
export type ChangeMessage = {
  readonly tenant: string;
  readonly prescriptions: readonly (readonly [id: string, prescriberId: string])[] | null;
  /** The tenant's directory changed: names on any screen may read differently. */
  readonly directory?: true;
  /** An incident opened, ended or was muted: nothing else changed. */
  readonly flow?: true;
  /** Accounts, settings or an opening by break-glass changed. */
  readonly access?: true;
  /** This person must prove their identity anew: their session ended, or their account changed. */
  readonly ended?: string;
};

/** One notification per batch, sent when the transaction commits. */
export async function notifyScreens(tx: Tx, tenantId: string, touched: readonly Touched[]): Promise<void> {
  const named = touched.map(({ id, prescriberId }) => [id, prescriberId ?? ''] as const);
  const message: ChangeMessage = { tenant: tenantId, prescriptions: named.length > mostNamed ? null : named };
  const text = JSON.stringify(message);
  const payload = Buffer.byteLength(text) < 7_900 ? text : JSON.stringify({ tenant: tenantId, prescriptions: null });
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${payload})`;
}

/** A name may appear on every screen: all of them fetch again. */
export async function notifyDirectory(tx: Tx, tenantId: string): Promise<void> {
  const message: ChangeMessage = { tenant: tenantId, prescriptions: null, directory: true };
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}

/** The admins' view of the flow itself reads differently. */
export async function notifyFlow(tx: Tx, tenantId: string): Promise<void> {
  const message: ChangeMessage = { tenant: tenantId, prescriptions: [], flow: true };
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}

/** Permissions or the tenant's settings changed: the admins' screens fetch again, and a doctor is notified of an open emergency access. */
export async function notifyAccess(tx: Tx, tenantId: string): Promise<void> {
  const message: ChangeMessage = { tenant: tenantId, prescriptions: [], access: true };
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}

/** The open streams of one person are cut when this commits: a browser that comes back is asked who it is. */
export async function notifyEnded(tx: Tx, tenantId: string, userId: string): Promise<void> {
  const message: ChangeMessage = { tenant: tenantId, prescriptions: [], ended: userId };
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}
