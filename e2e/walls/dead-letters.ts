import type { Walled } from './expectations.ts';

const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;

/** The doors of what could not be processed: an admin's, and nobody else's. */
export const deadLetterDoors: Readonly<Record<string, Walled>> = {
  'GET /api/dead-letters': { method: 'GET', path: () => '/api/dead-letters', reach: admins, kind: 'tasks' },
};
