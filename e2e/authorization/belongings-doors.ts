import type { Belongings } from './belongings.ts';

const reason = 'the walls are tried';
const version = { version: 1 };
const amending = '/api/dead-letters/[seq]/amendments';

/** Every door that names something of an admin's in its path, and what is sent there. */
export const belongingsDoors: Readonly<Record<string, object>> = {
  'GET /api/replays/[id]': {},
  'GET /api/replays/[id]/preview': {},
  'GET /api/replays/[id]/items': {},
  'GET /api/replays/[id]/changes': {},
  'GET /api/replays/[id]/newer': {},
  'POST /api/replays/[id]/pause': {},
  'POST /api/replays/[id]/resume': {},
  'POST /api/replays/[id]/cancel': {},
  'POST /api/sources/[id]': { ...version, name: 'Tried at the walls' },
  'POST /api/sources/[id]/rotate': { ...version, overlapHours: 1 },
  'POST /api/sources/[id]/end-old-secret': version,
  'POST /api/sources/[id]/pause': { ...version, reason },
  'POST /api/sources/[id]/resume': version,
  'POST /api/sources/[id]/disable': { ...version, reason, key: 'of-another' },
  'POST /api/sources/[id]/enable': version,
  'POST /api/sources/[id]/test': {},
  'POST /api/flow/sources/[id]/expectation': { expectation: null },
  'POST /api/subscriptions/[id]': { ...version, name: 'Tried at the walls' },
  'POST /api/subscriptions/[id]/pause': version,
  'POST /api/subscriptions/[id]/resume': version,
  'POST /api/subscriptions/[id]/rotate': { ...version, overlapHours: 1 },
  'POST /api/subscriptions/[id]/test': {},
  'GET /api/subscriptions/[id]/deliveries': {},
  'POST /api/deliveries/[id]/resend': {},
  'GET /api/dead-letters/[seq]': {},
  [`POST ${amending}`]: { text: '{}', reason },
  [`POST ${amending}/draft`]: { reason },
  [`POST ${amending}/check`]: { text: '{}' },
  [`POST ${amending}/[id]/reveal`]: { reason },
  [`POST ${amending}/[id]/approve`]: { reason },
  [`POST ${amending}/[id]/refuse`]: { reason },
  [`POST ${amending}/[id]/withdraw`]: { reason },
  'GET /api/events/[seq]': {},
  'POST /api/events/[seq]/reveal': { reason },
  'POST /api/retention/holds/[id]/release': { reason },
  'GET /api/retention/runs/[id]/check': {},
  'POST /api/retention/runs/[id]/state': { state: 'paused' },
  'POST /api/flow/recipients/[id]/remove': {},
  'POST /api/flow/recipients/[id]/test': {},
  'POST /api/accounts/[id]': { version: 0 },
  'POST /api/accounts/[id]/disable': { reason },
  'POST /api/accounts/[id]/enable': {},
  'POST /api/accounts/[id]/end-sessions': {},
  'POST /api/accounts/[id]/link': {},
};

/** The families of doors above: one more of them without a line fails. */
export const isBelongingsDoor = (door: string): boolean =>
  door.includes('[') &&
  /^\w+ \/api\/(replays|sources|subscriptions|deliveries|dead-letters|retention|flow|accounts|events)\//.test(door);

/** A door's address with the ids of somebody's own. */
export function urlOf(door: string, own: Belongings): string {
  const path = door.slice(door.indexOf(' ') + 1);
  const of: readonly (readonly [start: string, id: string])[] = [
    ['/api/replays', own.replay],
    ['/api/sources', own.source],
    ['/api/flow/sources', own.source],
    ['/api/subscriptions', own.subscription],
    ['/api/deliveries', own.delivery],
    ['/api/dead-letters', own.amendment],
    ['/api/retention/holds', own.hold],
    ['/api/retention/runs', own.purge],
    ['/api/flow/recipients', own.recipient],
    ['/api/accounts', own.account],
  ];
  const id = of.find(([start]) => path.startsWith(start))?.[1] ?? '';
  return path.replace('[seq]', own.letter).replace('[id]', encodeURIComponent(id));
}
