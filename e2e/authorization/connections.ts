import type { Walled } from './expectations.ts';

const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;

const importers = { doctor: 'none', pharmacist: 'tenant', admin: 'tenant' } as const;

const list = (door: string): Readonly<Record<string, Walled>> => ({
  [`GET ${door}`]: { method: 'GET', path: () => door, reach: admins, kind: 'tasks' },
});

/** An action on a missing record: an admin gets that answer, everybody else is refused before. */
const act = (door: string, body: object, granted: readonly number[] = [404]): Readonly<Record<string, Walled>> => ({
  [`POST ${door}`]: {
    ...{
      method: 'POST',
      path: () => door.replace('[id]', door.includes('sources') ? 'src_nobody' : 'sub_nobody'),
      body: () => body,
    },
    ...{ reach: admins, granted, kind: 'tasks' },
  },
});

const version = { version: 1 };

/** Routes of the sources, and of the systems that receive. */
export const connectionDoors: Readonly<Record<string, Walled>> = {
  ...list('/api/sources'),
  // A key that everybody knows is taken.
  ...act('/api/sources', { key: 'demo-photon', name: 'Tried at the walls', format: 'photon' }, [409]),
  ...act('/api/sources/[id]', { ...version, name: 'Tried at the walls' }),
  ...act('/api/sources/[id]/rotate', { ...version, overlapHours: 1 }),
  ...act('/api/sources/[id]/end-old-secret', version),
  ...act('/api/sources/[id]/pause', { ...version, reason: 'tried at the walls' }),
  ...act('/api/sources/[id]/resume', version),
  ...act('/api/sources/[id]/disable', { ...version, reason: 'tried at the walls', key: 'demo-photon' }),
  ...act('/api/sources/[id]/enable', version),
  ...act('/api/sources/[id]/test', {}),
  ...list('/api/subscriptions'),
  // Nobody hears of that type.
  ...act('/api/subscriptions', { name: 'Walls', types: ['no.such.type'], url: 'https://example.com/' }, [422]),
  ...act('/api/subscriptions/[id]', { ...version, name: 'Tried at the walls' }),
  ...act('/api/subscriptions/[id]/pause', version),
  ...act('/api/subscriptions/[id]/resume', version),
  ...act('/api/subscriptions/[id]/rotate', { ...version, overlapHours: 1 }),
  ...act('/api/subscriptions/[id]/test', {}),
  'GET /api/subscriptions/[id]/deliveries': {
    ...{ method: 'GET', path: () => '/api/subscriptions/sub_nobody/deliveries', reach: admins },
    ...{ granted: [404], kind: 'tasks' },
  },
  ...act('/api/deliveries/[id]/resend', {}),
  ...list('/api/names'),
  'GET /api/names/facts': {
    ...{
      method: 'GET',
      path: () => '/api/names/facts?type=medication.prescription.signed.v1&kind=both',
      reach: admins,
    },
    kind: 'tasks',
  },
  'GET /api/encounters': { method: 'GET', path: () => '/api/encounters', reach: importers, kind: 'tasks' },
  'POST /api/encounters/import': {
    ...{ method: 'POST', path: () => '/api/encounters/import?preview=1', body: () => ({}), reach: importers },
    // The body sent here is no file.
    ...{ granted: [422], kind: 'tasks' },
  },
  'POST /api/prescriptions/[id]/encounter': {
    method: 'POST',
    path: ({ prescription }) => `/api/prescriptions/${encodeURIComponent(prescription)}/encounter`,
    body: () => ({ encounterId: 'ENC-walls' }),
    reach: { doctor: 'own', pharmacist: 'tenant', admin: 'tenant' },
    kind: 'record',
  },
};
