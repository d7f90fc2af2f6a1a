import type { Walled } from './expectations.ts';

const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;
const doctors = { doctor: 'tenant', pharmacist: 'none', admin: 'none' } as const;
const keepers = { doctor: 'none', pharmacist: 'tenant', admin: 'tenant' } as const;

/** A list of the admins'. */
const adminList = (door: string): Readonly<Record<string, Walled>> => ({
  [`GET ${door}`]: { method: 'GET', path: () => door, reach: admins, kind: 'tasks' },
});

/** An act of an admin on what is not there. */
const adminAct = (
  door: string,
  body: object,
  granted: readonly number[] = [404],
): Readonly<Record<string, Walled>> => ({
  [`POST ${door}`]: {
    ...{ method: 'POST', path: () => door.replace('[id]', 'usr_nobody'), body: () => body },
    ...{ reach: admins, granted, kind: 'tasks' },
  },
});

/** The doors of accounts, settings, the log and break-glass. */
export const houseDoors: Readonly<Record<string, Walled>> = {
  ...adminList('/api/accounts'),
  // An address that is taken: a permitted role gets that answer.
  ...adminAct('/api/accounts', { email: 'doctor@demo.test', name: 'Tried at the walls', role: 'doctor' }, [409]),
  ...adminAct('/api/accounts/[id]', { version: 0 }),
  ...adminAct('/api/accounts/[id]/disable', { reason: 'the walls are tried' }),
  ...adminAct('/api/accounts/[id]/enable', {}),
  ...adminAct('/api/accounts/[id]/end-sessions', {}),
  ...adminAct('/api/accounts/[id]/link', {}),
  ...adminList('/api/audit'),
  ...adminAct('/api/audit/check', {}, [200]),
  'GET /api/break-glass': { method: 'GET', path: () => '/api/break-glass', reach: doctors, kind: 'tasks' },
  'POST /api/break-glass': {
    method: 'POST',
    path: () => '/api/break-glass',
    body: () => ({ kind: 'patient', id: 'medication:nobody', reason: 'the walls are tried' }),
    reach: doctors,
    granted: [404],
    kind: 'tasks',
  },
  'POST /api/break-glass/[id]/end': {
    method: 'POST',
    path: () => '/api/break-glass/bg_nobody/end',
    reach: doctors,
    granted: [404],
    kind: 'tasks',
  },
  ...adminAct('/api/break-glass/[id]/review', { note: 'the walls are tried' }),
  ...adminList('/api/break-glass/reviews'),
  ...adminList('/api/settings'),
  // The edited version is older than anything.
  ...adminAct('/api/settings', { version: 2_000_000_000 }, [409]),
  'GET /api/locations': { method: 'GET', path: () => '/api/locations', reach: keepers, kind: 'tasks' },
  ...adminAct('/api/locations', { id: 'loc_walls', name: 'Tried at the walls' }, [200]),
  ...adminAct('/api/locations/remove', { id: 'loc_nowhere' }),
};
