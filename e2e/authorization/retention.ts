import type { Walled } from './expectations.ts';

const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;
const reason = 'the walls are tried';

const read = (door: string): Readonly<Record<string, Walled>> => ({
  [`GET ${door}`]: { method: 'GET', path: () => door, reach: admins, kind: 'tasks' },
});

/** An action on a missing record, or at the wrong time: a permitted role gets that answer, everybody else is refused before. */
const act = (door: string, body: object, granted: readonly number[]): Readonly<Record<string, Walled>> => ({
  [`POST ${door}`]: {
    ...{ method: 'POST', path: () => door.replace('[id]', '987654321'), body: () => body },
    ...{ reach: admins, granted, kind: 'tasks' },
  },
});

/** Retention is the admins'. */
export const retentionDoors: Readonly<Record<string, Walled>> = {
  ...read('/api/retention'),
  ...read('/api/retention/preview'),
  ...read('/api/retention/holds'),
  ...read('/api/retention/runs'),
  'GET /api/retention/runs/[id]/check': {
    method: 'GET',
    path: () => '/api/retention/runs/987654321/check',
    reach: admins,
    granted: [404],
    kind: 'tasks',
  },
  // There is no such prescription.
  ...act('/api/retention/holds', { kind: 'prescription', subject: 'medication:rx_nobody', reason }, [422]),
  ...act('/api/retention/holds/[id]/release', { reason }, [404]),
  ...act('/api/retention/runs/[id]/state', { state: 'paused' }, [404]),
  // A reason that is too short: nothing is removed by trying the walls.
  ...act('/api/retention/runs', { reason: 'no' }, [422]),
};
