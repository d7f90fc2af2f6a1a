import type { TriedRecord, Walled } from './expectations.ts';

const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;
const reason = () => ({ reason: 'the walls are tried' });
const letter = ({ seq }: TriedRecord) => `/api/dead-letters/${seq}`;

const list = (door: string): Readonly<Record<string, Walled>> => ({
  [`GET ${door}`]: { method: 'GET', path: () => door, reach: admins, kind: 'tasks' },
});

/** An action on a processed event: no such dead letter exists, and nobody else learns even that. */
const act = (door: string, body: () => object = reason): Readonly<Record<string, Walled>> => ({
  [`POST /api/dead-letters/[seq]/amendments${door}`]: {
    ...{ method: 'POST', path: (place) => `${letter(place)}/amendments${door.replace('[id]', 'amd_none')}`, body },
    ...{ reach: admins, granted: [404], kind: 'tasks' },
  },
});

/** The doors of what could not be processed: an admin's, and nobody else's. */
export const deadLetterDoors: Readonly<Record<string, Walled>> = {
  ...list('/api/dead-letters'),
  ...list('/api/dead-letters/groups'),
  ...list('/api/dead-letters/ignored'),
  'GET /api/dead-letters/[seq]': { method: 'GET', path: letter, reach: admins, granted: [404], kind: 'tasks' },
  'POST /api/dead-letters/discard': {
    ...{ method: 'POST', path: () => '/api/dead-letters/discard', reach: admins, kind: 'tasks' },
    body: ({ seq }) => ({ ...reason(), ids: [seq] }),
  },
  'POST /api/dead-letters/reopen': {
    ...{ method: 'POST', path: () => '/api/dead-letters/reopen', reach: admins, kind: 'tasks' },
    body: ({ seq }) => ({ ...reason(), ids: [seq] }),
  },
  ...act('', () => ({ ...reason(), text: '{}' })),
  ...act('/draft'),
  ...act('/check', () => ({ text: '{}' })),
  ...act('/[id]/reveal'),
  ...act('/[id]/approve'),
  ...act('/[id]/refuse'),
  ...act('/[id]/withdraw'),
};
