import type { Walled } from './expectations.ts';

const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;
/** There is no such run. */
const nobodys = '/api/replays/rpl_nobody';

const reading = (path: string, granted: readonly number[] = [404]): Walled => ({
  ...{ method: 'GET', path: () => path, reach: admins, granted, kind: 'tasks' },
});
const acting = (path: string, body: object, granted: readonly number[] = [404]): Walled => ({
  ...{ method: 'POST', path: () => path, body: () => body, reach: admins, granted, kind: 'tasks' },
});

/** The doors of replays: an admin's, and nobody else's. */
export const replayDoors: Readonly<Record<string, Walled>> = {
  'GET /api/replays': reading('/api/replays', [200]),
  'POST /api/replays': acting('/api/replays', { previewId: 'rpl_nobody', ratePerSecond: 1 }),
  // A request that names a missing event is refused at once: nothing of it would be done.
  'POST /api/replays/preview': acting(
    '/api/replays/preview',
    { name: 'The walls', reason: 'the walls are tried', ids: [900_000_000_000] },
    [200],
  ),
  'GET /api/replays/[id]': reading(nobodys),
  'GET /api/replays/[id]/preview': reading(`${nobodys}/preview`),
  'GET /api/replays/[id]/items': reading(`${nobodys}/items`),
  'GET /api/replays/[id]/changes': reading(`${nobodys}/changes`),
  'GET /api/replays/[id]/newer': reading(`${nobodys}/newer`),
  'POST /api/replays/[id]/pause': acting(`${nobodys}/pause`, {}),
  'POST /api/replays/[id]/resume': acting(`${nobodys}/resume`, {}),
  'POST /api/replays/[id]/cancel': acting(`${nobodys}/cancel`, {}),
};
