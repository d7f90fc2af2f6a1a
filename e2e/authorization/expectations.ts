import { connectionDoors } from './connections.ts';
import { deadLetterDoors } from './dead-letters.ts';
import { houseDoors } from './house.ts';
import { replayDoors } from './replays.ts';
import { retentionDoors } from './retention.ts';

/** The record that a route is tried with. */
export type TriedRecord = { readonly prescription: string; readonly seq: number; readonly code: string };

/** The records open to each role: none (403), its own, its tenant's. */
export type RecordScope = 'none' | 'own' | 'tenant';

export type Walled = {
  readonly method: 'GET' | 'POST';
  readonly path: (place: TriedRecord) => string;
  readonly body?: (place: TriedRecord) => object;
  readonly reach: { readonly doctor: RecordScope; readonly pharmacist: RecordScope; readonly admin: RecordScope };
  /** The route's answer to a permitted role; left out: 200. */
  readonly granted?: readonly number[];
  /** A list answers 200 to a permitted role, and shows only its own rows; a record answers 404 or 403. Tasks are a list on which the record need not be. */
  readonly kind: 'record' | 'list' | 'stream' | 'tasks';
};

const everybody = { doctor: 'own', pharmacist: 'tenant', admin: 'tenant' } as const;
const admins = { doctor: 'none', pharmacist: 'none', admin: 'tenant' } as const;
const doctorsOwn = { doctor: 'own', pharmacist: 'none', admin: 'none' } as const;
const recallsRead = { doctor: 'own', pharmacist: 'tenant', admin: 'none' } as const;
const reason = () => ({ reason: 'the walls are tried' });
const rx = ({ prescription }: TriedRecord) => `/api/prescriptions/${encodeURIComponent(prescription)}`;
const keepers = { doctor: 'own', pharmacist: 'tenant', admin: 'none' } as const;
const pharmacy = { doctor: 'none', pharmacist: 'tenant', admin: 'none' } as const;
const importers = { doctor: 'none', pharmacist: 'tenant', admin: 'tenant' } as const;
const patientOf = ({ code }: TriedRecord) => `medication:pat-${code}`;
const patient = (place: TriedRecord) => `/api/patients/${encodeURIComponent(patientOf(place))}`;
const event = ({ seq }: TriedRecord) => `/api/events/${seq}`;

const recallAct = (act: string, body: object): Walled => ({
  method: 'POST',
  path: () => `/api/recalls/medication%3Anone/${act}`,
  body: () => body,
  reach: pharmacy,
  // There is no such case.
  granted: [404],
  kind: 'tasks',
});

/** A list of the pharmacy's. */
const pharmacyList = (door: string): Readonly<Record<string, Walled>> => ({
  [`GET ${door}`]: { method: 'GET', path: () => door, reach: pharmacy, kind: 'tasks' },
});

/** An action on a missing record: a permitted role gets that answer, everybody else is refused before. */
const pharmacyAct = (
  door: string,
  body: object,
  granted: readonly number[] = [404],
): Readonly<Record<string, Walled>> => ({
  [`POST ${door}`]: {
    ...{ method: 'POST', path: () => door.replace('[id]', 'medication%3Anone'), body: () => body },
    ...{ reach: pharmacy, granted, kind: 'tasks' },
  },
});

/** Doors with a session. Whoever adds a route adds its line: a door without one fails. */
export const walled: Readonly<Record<string, Walled>> = {
  'GET /api/prescriptions': {
    method: 'GET',
    path: ({ code }) => `/api/prescriptions?q=${code}`,
    reach: everybody,
    kind: 'list',
  },
  'GET /api/prescriptions/[id]': { method: 'GET', path: rx, reach: everybody, kind: 'record' },
  'GET /api/prescriptions/[id]/timeline': {
    method: 'GET',
    path: (place) => `${rx(place)}/timeline`,
    reach: everybody,
    kind: 'record',
  },
  'POST /api/prescriptions/[id]/reveal': {
    method: 'POST',
    path: (place) => `${rx(place)}/reveal`,
    body: reason,
    reach: admins,
    kind: 'record',
  },
  'POST /api/prescriptions/[id]/resend': {
    method: 'POST',
    path: (place) => `${rx(place)}/resend`,
    body: () => ({ email: 'walls@example.com' }),
    reach: doctorsOwn,
    // The second who asks finds the first one's mail on its way, or already gone.
    granted: [202, 409],
    kind: 'record',
  },
  'GET /api/prescriptions/[id]/resends': {
    method: 'GET',
    path: (place) => `${rx(place)}/resends`,
    reach: doctorsOwn,
    kind: 'record',
  },
  'POST /api/prescriptions/[id]/resends/[outboxId]/settle': {
    method: 'POST',
    path: (place) => `${rx(place)}/resends/out_none/settle`,
    body: () => ({ outcome: 'sent' }),
    reach: doctorsOwn,
    // Nothing may have been sent: there is nothing to settle.
    granted: [409],
    kind: 'record',
  },
  'POST /api/prescriptions/[id]/resends/[outboxId]/withdraw': {
    method: 'POST',
    path: (place) => `${rx(place)}/resends/out_none/withdraw`,
    body: () => ({}),
    reach: doctorsOwn,
    // Nothing waits: there is nothing to cancel.
    granted: [409],
    kind: 'record',
  },
  'POST /api/prescriptions/[id]/handover': {
    method: 'POST',
    path: (place) => `${rx(place)}/handover`,
    reach: doctorsOwn,
    kind: 'record',
  },
  'POST /api/prescriptions/[id]/told': {
    method: 'POST',
    path: (place) => `${rx(place)}/told`,
    body: () => ({ note: 'told while the walls are tried' }),
    reach: doctorsOwn,
    kind: 'record',
  },
  'POST /api/search': {
    method: 'POST',
    path: () => '/api/search',
    body: ({ code }) => ({ q: code }),
    reach: everybody,
    kind: 'list',
  },
  'GET /api/events': { method: 'GET', path: ({ code }) => `/api/events?q=${code}`, reach: admins, kind: 'list' },
  'GET /api/events/[seq]': { method: 'GET', path: event, reach: admins, kind: 'record' },
  'POST /api/events/[seq]/reveal': {
    method: 'POST',
    path: (place) => `${event(place)}/reveal`,
    body: reason,
    reach: admins,
    kind: 'record',
  },
  'GET /api/follow-ups': { method: 'GET', path: () => '/api/follow-ups', reach: doctorsOwn, kind: 'tasks' },
  'GET /api/follow-ups/count': { method: 'GET', path: () => '/api/follow-ups/count', reach: doctorsOwn, kind: 'tasks' },
  'POST /api/follow-ups/[id]/snooze': {
    method: 'POST',
    path: ({ prescription }) => `/api/follow-ups/${encodeURIComponent(`on_hold|${prescription}`)}/snooze`,
    body: () => ({ until: new Date(Date.now() + 3_600_000).toISOString(), reason: 'the walls are tried' }),
    reach: doctorsOwn,
    // It is not on hold: the doctor's own, and there is no such task.
    granted: [404],
    kind: 'record',
  },
  'GET /api/incidents': { method: 'GET', path: () => '/api/incidents', reach: admins, kind: 'tasks' },
  'GET /api/incidents/count': { method: 'GET', path: () => '/api/incidents/count', reach: admins, kind: 'tasks' },
  'POST /api/incidents/[key]/mend': {
    method: 'POST',
    path: ({ code }) => `/api/incidents/domain~${code}~0/mend`,
    reach: admins,
    granted: [404],
    kind: 'tasks',
  },
  'GET /api/unassigned': { method: 'GET', path: () => '/api/unassigned', reach: admins, kind: 'tasks' },
  'POST /api/prescriptions/[id]/assign': {
    method: 'POST',
    path: (place) => `${rx(place)}/assign`,
    body: () => ({ userId: 'usr_nobody' }),
    reach: admins,
    // Its sender has named the prescriber.
    granted: [409],
    kind: 'record',
  },
  'GET /api/flow': { method: 'GET', path: () => '/api/flow', reach: admins, kind: 'tasks' },
  'GET /api/flow/alerts': { method: 'GET', path: () => '/api/flow/alerts', reach: admins, kind: 'tasks' },
  'GET /api/flow/recipients': { method: 'GET', path: () => '/api/flow/recipients', reach: admins, kind: 'tasks' },
  'POST /api/flow/recipients': {
    method: 'POST',
    path: () => '/api/flow/recipients',
    body: () => ({ kind: 'email', address: 'walls@example.com', locale: 'en' }),
    reach: admins,
    // The second who asks finds the address there.
    granted: [200, 409],
    kind: 'tasks',
  },
  'POST /api/flow/recipients/[id]/remove': {
    method: 'POST',
    path: () => '/api/flow/recipients/rcp_none/remove',
    body: () => ({}),
    reach: admins,
    granted: [404],
    kind: 'tasks',
  },
  'POST /api/flow/recipients/[id]/test': {
    method: 'POST',
    path: () => '/api/flow/recipients/rcp_none/test',
    body: () => ({}),
    reach: admins,
    granted: [404],
    kind: 'tasks',
  },
  'POST /api/flow/mutes': {
    method: 'POST',
    path: () => '/api/flow/mutes',
    body: () => ({
      ...{ kind: 'source-silent', subject: 'src_none', reason: 'the walls are tried' },
      until: new Date(Date.now() + 3_600_000).toISOString(),
    }),
    reach: admins,
    granted: [404],
    kind: 'tasks',
  },
  'POST /api/flow/mutes/end': {
    method: 'POST',
    path: () => '/api/flow/mutes/end',
    body: () => ({ kind: 'source-silent', subject: 'src_none' }),
    reach: admins,
    kind: 'tasks',
  },
  'POST /api/flow/sources/[id]/expectation': {
    method: 'POST',
    path: () => '/api/flow/sources/src_none/expectation',
    body: () => ({ expectation: null }),
    reach: admins,
    granted: [404],
    kind: 'tasks',
  },
  'GET /api/patients': { method: 'GET', path: () => '/api/patients', reach: keepers, kind: 'tasks' },
  'POST /api/patients/search': {
    method: 'POST',
    path: () => '/api/patients/search',
    body: ({ code }) => ({ q: code }),
    reach: keepers,
    kind: 'tasks',
  },
  'GET /api/patients/[id]': { method: 'GET', path: patient, reach: keepers, kind: 'record' },
  'POST /api/patients/[id]': {
    method: 'POST',
    path: patient,
    body: () => ({ phone: '+502 5550 0100' }),
    reach: keepers,
    kind: 'record',
  },
  'POST /api/patients/[id]/link': {
    method: 'POST',
    path: (place) => `${patient(place)}/link`,
    body: (place) => ({ patientId: patientOf(place), note: 'the walls are tried' }),
    reach: keepers,
    // The patient is this person already.
    granted: [409],
    kind: 'record',
  },
  'POST /api/patients/[id]/unlink': {
    method: 'POST',
    path: (place) => `${patient(place)}/unlink`,
    body: () => ({ patientId: 'osigu:nobody', note: 'the walls are tried' }),
    reach: keepers,
    granted: [409],
    kind: 'record',
  },
  'GET /api/patients/nameless': { method: 'GET', path: () => '/api/patients/nameless', reach: pharmacy, kind: 'tasks' },
  'POST /api/patients/import': {
    method: 'POST',
    path: () => '/api/patients/import?preview=1',
    body: () => ({}),
    reach: importers,
    // The body sent here is no file.
    granted: [422],
    kind: 'tasks',
  },
  'GET /api/products': { method: 'GET', path: () => '/api/products', reach: pharmacy, kind: 'tasks' },
  'POST /api/products': {
    method: 'POST',
    path: () => '/api/products',
    body: ({ code }) => ({ display: 'Tried at the walls', codes: [`osigu:${code}`] }),
    reach: pharmacy,
    // The second who asks finds the code taken.
    granted: [200, 409],
    kind: 'tasks',
  },
  'POST /api/products/[id]': {
    method: 'POST',
    path: ({ code }) => `/api/products/product%3A${code}`,
    body: () => ({ unit: 'tablet' }),
    reach: pharmacy,
    granted: [404],
    kind: 'tasks',
  },
  'GET /api/products/nameless': { method: 'GET', path: () => '/api/products/nameless', reach: pharmacy, kind: 'tasks' },
  'POST /api/products/import': {
    method: 'POST',
    path: () => '/api/products/import?preview=1',
    body: () => ({}),
    reach: importers,
    granted: [422],
    kind: 'tasks',
  },
  'GET /api/recalls': { method: 'GET', path: () => '/api/recalls', reach: recallsRead, kind: 'tasks' },
  'POST /api/recalls': {
    method: 'POST',
    path: () => '/api/recalls',
    body: () => ({ lots: [{ stockItemId: 'medication:stk_none', lotNumber: 'X' }], reason: 'the walls are tried' }),
    reach: pharmacy,
    // There is no such stock item.
    granted: [422],
    kind: 'tasks',
  },
  ...pharmacyList('/api/recalls/count'),
  'GET /api/recalls/[id]': {
    method: 'GET',
    path: () => '/api/recalls/medication%3Anone',
    reach: recallsRead,
    granted: [404],
    kind: 'tasks',
  },
  'GET /api/recalls/[id]/people': {
    method: 'GET',
    path: () => '/api/recalls/medication%3Anone/people',
    reach: recallsRead,
    granted: [404],
    kind: 'tasks',
  },
  'GET /api/recalls/[id]/log': {
    method: 'GET',
    path: () => '/api/recalls/medication%3Anone/log',
    reach: pharmacy,
    granted: [404],
    kind: 'tasks',
  },
  'POST /api/recalls/[id]/classify': recallAct('classify', { recallClass: 'II' }),
  'POST /api/recalls/[id]/assign': recallAct('assign', { userId: 'usr_nobody' }),
  'POST /api/recalls/[id]/contacts': recallAct('contacts', { personId: 'medication:none', outcome: 'reached' }),
  'POST /api/recalls/[id]/letters': recallAct('letters', {}),
  'POST /api/recalls/[id]/letters/settle': recallAct('letters/settle', {
    personId: 'medication:none',
    outcome: 'sent',
  }),
  // Of the pharmacists only who is in charge; the other is refused.
  'POST /api/recalls/[id]/close': {
    ...recallAct('close', { stock: 'the walls are tried' }),
    granted: [403, 404],
  },
  'POST /api/notices/match': {
    method: 'POST',
    path: () => '/api/notices/match',
    body: () => ({ text: 'Lot: 90A024' }),
    reach: pharmacy,
    kind: 'tasks',
  },
  'GET /api/register': { method: 'GET', path: () => '/api/register', reach: pharmacy, kind: 'tasks' },
  'GET /api/register/substances': {
    method: 'GET',
    path: () => '/api/register/substances',
    reach: pharmacy,
    kind: 'tasks',
  },
  'POST /api/register/counts': {
    method: 'POST',
    path: () => '/api/register/counts',
    body: () => ({ stockItemId: 'medication:stk_nobody', quantity: '1' }),
    reach: pharmacy,
    granted: [404],
    kind: 'tasks',
  },
  'POST /api/register/corrections': {
    method: 'POST',
    path: () => '/api/register/corrections',
    body: () => ({ stockItemId: 'medication:stk_nobody', quantity: '1', reason: 'the walls are tried' }),
    reach: pharmacy,
    // There is no such stock item; and only who is in charge may.
    granted: [403, 404],
    kind: 'tasks',
  },
  'POST /api/dispenses/[id]/countersign': {
    method: 'POST',
    path: () => '/api/dispenses/medication%3Adsp_nobody/countersign',
    reach: pharmacy,
    granted: [404],
    kind: 'tasks',
  },
  ...pharmacyList('/api/today'),
  ...pharmacyList('/api/dispenses'),
  ...pharmacyList('/api/stock-items'),
  ...pharmacyList('/api/lots'),
  ...pharmacyList('/api/alerts'),
  ...pharmacyList('/api/returns'),
  ...pharmacyList('/api/queue'),
  ...pharmacyList('/api/safety-checks'),
  'GET /api/lots/[id]': {
    method: 'GET',
    path: () => '/api/lots/medication%3Anone%7CX',
    reach: pharmacy,
    granted: [404],
    kind: 'tasks',
  },
  ...pharmacyAct('/api/dispenses/review', { ids: ['medication:dsp_nobody'] }),
  ...pharmacyAct('/api/dispenses/[id]/flag', { reason: 'the walls are tried' }),
  ...pharmacyAct('/api/returns/[id]/dispose', { disposition: 'destroy' }),
  ...pharmacyAct('/api/lots/[id]/quarantine', { reason: 'the walls are tried' }),
  ...pharmacyAct('/api/lots/[id]/decide', { decision: 'destroy' }),
  // Of the pharmacists only who is in charge; the other is refused.
  ...pharmacyAct('/api/lots/[id]/release', { reason: 'the walls are tried' }, [403, 404]),
  ...pharmacyAct('/api/stock-counts', { stockItemId: 'medication:stk_nobody', quantity: '1' }),
  ...pharmacyAct('/api/alerts/acknowledge', { id: 'reorder|medication:nobody', reason: 'the walls are tried' }),
  ...deadLetterDoors,
  ...replayDoors,
  ...retentionDoors,
  ...connectionDoors,
  ...houseDoors,
  'GET /api/live': { method: 'GET', path: () => '/api/live', reach: everybody, kind: 'stream' },
};

/** Doors without a session, and what a stranger gets there instead. */
export const open: Readonly<Record<string, { readonly path: string; readonly status: readonly number[] }>> = {
  'GET /api/auth/[...nextauth]': { path: '/api/auth/session', status: [200] },
  'POST /api/auth/[...nextauth]': { path: '/api/auth/callback/credentials', status: [302] },
  'GET /api/health/live': { path: '/api/health/live', status: [200] },
  'GET /api/health/ready': { path: '/api/health/ready', status: [200] },
  'POST /api/welcome/look': { path: '/api/welcome/look', status: [422] },
  'POST /api/welcome': { path: '/api/welcome', status: [422] },
  'POST /api/forgot-password': { path: '/api/forgot-password', status: [422] },
  'GET /api/metrics': { path: '/api/metrics', status: [401, 404] },
  'POST /api/webhooks/[source]': { path: '/api/webhooks/demo-medication', status: [401] },
  'GET /api/webhooks/[source]': { path: '/api/webhooks/demo-medication', status: [405] },
  'PUT /api/webhooks/[source]': { path: '/api/webhooks/demo-medication', status: [405] },
  'PATCH /api/webhooks/[source]': { path: '/api/webhooks/demo-medication', status: [405] },
  'DELETE /api/webhooks/[source]': { path: '/api/webhooks/demo-medication', status: [405] },
};
