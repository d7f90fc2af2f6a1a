import type { Scope } from '#lib/domain/base/scope';

/**
 * The extent of a permission. `own`: records of the account (a doctor's own prescriptions and their patients). `others`: records of the
 * tenant except the account's own actions (nobody countersigns their own). `veiled`: ids, states and times; names and payloads only by a
 * reveal with a reason.
 */
export type Extent = 'none' | 'own' | 'others' | 'veiled' | 'tenant';

/** A pharmacist in charge is a pharmacist with a few more permissions. */
export type Position = 'doctor' | 'pharmacist' | 'in-charge' | 'admin';
export const positions = ['doctor', 'pharmacist', 'in-charge', 'admin'] as const satisfies readonly Position[];

type Row = readonly [doctor: Extent, pharmacist: Extent, inCharge: Extent, admin: Extent];

const prescriptions: Row = ['own', 'tenant', 'tenant', 'veiled'];
const doctorsOwn: Row = ['own', 'none', 'none', 'none'];
const pharmacy: Row = ['none', 'tenant', 'tenant', 'none'];
const inCharge: Row = ['none', 'none', 'tenant', 'none'];
const directory: Row = ['own', 'tenant', 'tenant', 'none'];
const admins: Row = ['none', 'none', 'none', 'tenant'];

/** The one table of who may do what. Every view and command names its line; nothing else in the product asks for a role. */
const table = {
  'prescriptions.read': prescriptions,
  'prescriptions.reveal': admins,
  'prescriptions.resend': doctorsOwn,
  'search.use': prescriptions,
  'live.follow': prescriptions,
  'follow-ups.read': doctorsOwn,
  'follow-ups.act': doctorsOwn,
  'handover.print': doctorsOwn,
  'incidents.read': admins,
  'incidents.act': admins,
  'unassigned.read': admins,
  'unassigned.assign': admins,
  'dispenses.read': pharmacy,
  'dispenses.review': pharmacy,
  'dispenses.countersign': ['none', 'others', 'others', 'none'],
  'stock.read': pharmacy,
  'stock.act': pharmacy,
  'lots.read': pharmacy,
  'lots.quarantine': pharmacy,
  'lots.release': inCharge,
  'alerts.read': pharmacy,
  'alerts.act': pharmacy,
  'recalls.read': ['own', 'tenant', 'tenant', 'none'],
  'recalls.act': pharmacy,
  'recalls.close': inCharge,
  'register.read': pharmacy,
  'register.correct': inCharge,
  'directories.read': directory,
  'directories.edit': directory,
  'directories.import': ['none', 'tenant', 'tenant', 'tenant'],
  'links.make': directory,
  'products.read': pharmacy,
  'products.edit': pharmacy,
  'events.read': admins,
  'events.reveal': admins,
  'dead-letters.read': admins,
  'dead-letters.act': admins,
  'replays.run': admins,
  'amendments.propose': admins,
  'amendments.approve': ['none', 'none', 'none', 'others'],
  'sources.read': admins,
  'sources.manage': admins,
  'downstream.read': admins,
  'downstream.manage': admins,
  'names.read': admins,
  // Ids that the clinic gives: a person who may see the prescription may link its encounter.
  'encounters.attach': ['own', 'tenant', 'tenant', 'tenant'],
  'encounters.import': ['none', 'tenant', 'tenant', 'tenant'],
  'flow.read': admins,
  'flow.act': admins,
  'access.read': admins,
  'access.manage': admins,
  'audit.read': admins,
  'retention.manage': admins,
  'settings.manage': admins,
  'locations.read': ['none', 'tenant', 'tenant', 'tenant'],
  'break-glass.open': ['tenant', 'none', 'none', 'none'],
  'break-glass.review': admins,
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof table;

const isPermission = (name: string): name is Permission => Object.hasOwn(table, name);
export const permissions: readonly Permission[] = Object.keys(table).filter(isPermission);

type Asker = Pick<Scope, 'role' | 'inCharge'>;

export function positionOf({ role, inCharge: leads }: Asker): Position {
  return role === 'pharmacist' && leads ? 'in-charge' : role;
}

/** The extent of the account's permission; `none` is a 403. */
export function extentOf(scope: Asker, permission: Permission): Extent {
  const [doctor, pharmacist, leading, admin] = table[permission];
  return { doctor, pharmacist, 'in-charge': leading, admin }[positionOf(scope)];
}

export function may(scope: Asker, permission: Permission): boolean {
  return extentOf(scope, permission) !== 'none';
}

/** The positions that have a permission. Where pharmacists have it, those in charge are not named separately. */
export function holdersOf(permission: Permission): readonly Position[] {
  const [, pharmacist] = table[permission];
  return positions.filter(
    (_position, at) => table[permission][at] !== 'none' && (positions[at] !== 'in-charge' || pharmacist === 'none'),
  );
}
