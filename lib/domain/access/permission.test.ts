import { describe, expect, test } from 'vitest';
import type { Role } from '#lib/domain/base/scope';
import {
  type Extent,
  extentOf,
  holdersOf,
  may,
  type Permission,
  type Position,
  permissions,
  positionOf,
  positions,
} from './permission.ts';

const askers: Record<Position, { role: Role; inCharge: boolean }> = {
  doctor: { role: 'doctor', inCharge: false },
  pharmacist: { role: 'pharmacist', inCharge: false },
  'in-charge': { role: 'pharmacist', inCharge: true },
  admin: { role: 'admin', inCharge: false },
};

/** The permissions of each role, as in the design's table: doctor, pharmacist, in charge, admin. */
const expected: readonly [string, readonly Permission[], readonly Extent[]][] = [
  ['prescriptions and their timelines', ['prescriptions.read', 'search.use'], ['own', 'tenant', 'tenant', 'veiled']],
  ['names and payloads, with a reason', ['prescriptions.reveal', 'events.reveal'], ['none', 'none', 'none', 'tenant']],
  [
    'resend, follow-ups, hand-over',
    ['prescriptions.resend', 'follow-ups.act', 'handover.print'],
    ['own', 'none', 'none', 'none'],
  ],
  [
    'dispenses, stock, lots, alerts',
    ['dispenses.read', 'stock.act', 'lots.quarantine', 'alerts.act'],
    ['none', 'tenant', 'tenant', 'none'],
  ],
  ['recalls: read', ['recalls.read'], ['own', 'tenant', 'tenant', 'none']],
  ['recalls: act', ['recalls.act'], ['none', 'tenant', 'tenant', 'none']],
  [
    'release, close, correct',
    ['lots.release', 'recalls.close', 'register.correct'],
    ['none', 'none', 'tenant', 'none'],
  ],
  ['countersign', ['dispenses.countersign'], ['none', 'others', 'others', 'none']],
  ['directories and links', ['directories.edit', 'links.make'], ['own', 'tenant', 'tenant', 'none']],
  ['the product directory', ['products.read', 'products.edit'], ['none', 'tenant', 'tenant', 'none']],
  ['directory import', ['directories.import'], ['none', 'tenant', 'tenant', 'tenant']],
  [
    'events, dead letters, replays, sources, flow, access, retention',
    [
      'events.read',
      'dead-letters.act',
      'replays.run',
      'sources.manage',
      'flow.read',
      'access.manage',
      'audit.read',
      'incidents.read',
      'incidents.act',
      'unassigned.read',
      'unassigned.assign',
      'retention.manage',
    ],
    ['none', 'none', 'none', 'tenant'],
  ],
  ['approve an amendment', ['amendments.approve'], ['none', 'none', 'none', 'others']],
  ['break-glass', ['break-glass.open'], ['tenant', 'none', 'none', 'none']],
  ['review of break-glass', ['break-glass.review'], ['none', 'none', 'none', 'tenant']],
];

describe('permissions by role', () => {
  test.each(expected)('%s', (_line, lines, extents) => {
    for (const permission of lines) {
      const found = positions.map((position) => extentOf(askers[position], permission));
      expect([permission, ...found]).toEqual([permission, ...extents]);
      expect(positions.map((position) => may(askers[position], permission))).toEqual(extents.map((e) => e !== 'none'));
    }
  });

  test('every permission opens for somebody, and none opens for everybody without a limit', () => {
    for (const permission of permissions) {
      const extents = positions.map((position) => extentOf(askers[position], permission));
      expect(
        extents.some((extent) => extent !== 'none'),
        permission,
      ).toBe(true);
      expect(
        extents.every((extent) => extent === 'tenant'),
        permission,
      ).toBe(false);
    }
  });

  test('only a pharmacist can be in charge', () => {
    expect(positionOf({ role: 'doctor', inCharge: true })).toBe('doctor');
    expect(positionOf({ role: 'admin', inCharge: true })).toBe('admin');
    expect(positionOf({ role: 'pharmacist', inCharge: true })).toBe('in-charge');
  });

  test.each([
    ['dispenses.read', ['pharmacist']],
    ['lots.release', ['in-charge']],
    ['follow-ups.read', ['doctor']],
    ['events.read', ['admin']],
    ['directories.read', ['doctor', 'pharmacist']],
    ['directories.import', ['pharmacist', 'admin']],
    ['prescriptions.read', ['doctor', 'pharmacist', 'admin']],
  ] as const)(
    'whom %s is for is named once each: a pharmacist in charge is one of the pharmacists',
    (permission, who) => {
      expect(holdersOf(permission)).toEqual(who);
    },
  );
});
