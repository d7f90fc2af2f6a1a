import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { change } from '#lib/domain/ledger/change';
import { emptyRows, fold } from '#lib/domain/ledger/fold';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { emailReachOf } from '#lib/domain/prescriptions/prescription-summary';
import { interpretEvent } from '#lib/events/catalog';
import { followUpsOf, snoozeOf } from './follow-up.ts';

// The facts are given as events, as sources and people write them, so that the rules that set the fields are tested with those that read them.
type Told = readonly [type: string, day: number, data?: JsonObject];

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const osigu = 'osigu:rx';
const row = { prescriptionId: osigu };
const mail = (email: string) => ({ email });

function rowsAfter(told: readonly Told[]) {
  const rows = emptyRows();
  for (const [index, [type, day, data = {}]] of told.entries()) {
    const own = type.startsWith('scriptline.');
    const ids = own
      ? row
      : { prescription_id: 'rx', prescriptionId: 'rx', id: 'ord', fills: [{ prescription: { id: 'rx' } }] };
    const read = interpretEvent({
      ...{ wireType: type, messageId: `evt_${index}`, digest: `d${index}`, actorId: null, own },
      ...{ occurredAt: on(day), receivedAt: on(day), data: { ...ids, ...data } },
    });
    if (read.outcome !== 'processed') throw new Error(`${type} was ${read.outcome}`);
    fold(rows, read.changes, { seq: index + 1, tie: `d${index}` });
  }
  return rows;
}

function followUps(id: string, told: readonly Told[]) {
  const parts = partsIn(rowsAfter(told))(id);
  return parts ? followUpsOf(parts) : [];
}

/** Each task as one line: kind, since, and how it ended. */
function lines(id: string, told: readonly Told[]): readonly string[] {
  return followUps(id, told).map(({ kind, since, settledAt, settledBy, detail }) => {
    const day = (at: string) => Number(at.slice(8, 10));
    const mailed = kind === 'not_delivered' && settledBy === null ? ` ${detail.mail}` : '';
    return `${kind} since ${day(since)}${mailed}${settledAt ? `, ${settledBy} on ${day(settledAt)}` : ''}`;
  });
}

const issued: Told = ['prescription.issued', 1, { prescription_code: 'RX-1' }];
const failed = (day: number, email = 'ana@example.com', reason = '550 5.1.1 no such user'): Told => [
  'prescription.email_failed',
  day,
  { ...mail(email), reason },
];
const accepted = (day: number, email = 'ana@example.com'): Told => ['prescription.email_delivered', day, mail(email)];
const resend = (day: number, email = 'ana@example.com'): Told => ['scriptline.resend.requested', day, mail(email)];
const ours = (what: 'accepted' | 'failed' | 'uncertain', day: number, email = 'ana@example.com'): Told => [
  `scriptline.email.${what}`,
  day,
  mail(email),
];
const passedOn = (day: number): Told => ['scriptline.resend.passed_on', day, mail('b@example.com')];
const printed = (day: number): Told => ['scriptline.handover.printed', day];
const told = (day: number): Told => ['scriptline.patient.told', day, { note: 'Read the code to her' }];
const given = (day: number, more: JsonObject = {}): Told => [
  'dispensing.completed',
  day,
  { dispensation_id: 'dsn', code: 'RX-1', code_type: 'PRESCRIPTION', products: [{ product_code: 'MED' }], ...more },
];

test.each<[string, Told[], string[]]>([
  ['a mail that failed', [issued, failed(2)], ['not_delivered since 2 failed']],
  ['before its prescription came', [failed(2)], ['not_delivered since 2 failed']],
  ['failed twice: since the first', [issued, failed(2), failed(3)], ['not_delivered since 2 failed']],
  ['accepted in between: since the second', [failed(2), accepted(3), failed(4)], ['not_delivered since 4 failed']],
  ['nobody knows whether it was sent', [issued, ours('uncertain', 2)], ['not_delivered since 2 uncertain']],
  ['a resend is on its way', [failed(2), resend(3, 'b@example.com')], ['not_delivered since 2 queued']],
  [
    "the clinic's own system took the request, and has said nothing yet",
    [failed(2), resend(3, 'b@example.com'), passedOn(4)],
    ['not_delivered since 2 passed_on'],
  ],
  [
    'the sender spoke of the mail before our record of the request',
    [failed(2), resend(3), accepted(4), passedOn(5)],
    ['not_delivered since 2, accepted on 4'],
  ],
  [
    'asked for again after it was passed on: queued anew',
    [failed(2), resend(3), passedOn(4), resend(5)],
    ['not_delivered since 2 queued'],
  ],
  [
    'the corrected address refused too: still since the first',
    [failed(2), resend(3, 'b@example.com'), ours('failed', 4, 'b@example.com')],
    ['not_delivered since 2 failed'],
  ],
  [
    'a corrected address to which nothing was sent yet',
    [failed(2), ['scriptline.address.changed', 3, mail('b@example.com')]],
    ['not_delivered since 2 unsent'],
  ],
  [
    'another address was put on file while a mail was on its way to the old one',
    [failed(2), resend(3, 'a@example.com'), ['scriptline.address.changed', 4, mail('b@example.com')]],
    ['not_delivered since 2 unsent'],
  ],
  [
    'what was on its way to the old one was accepted there',
    [
      failed(2),
      resend(3, 'a@example.com'),
      ['scriptline.address.changed', 4, mail('b@example.com')],
      ours('accepted', 5, 'a@example.com'),
    ],
    ['not_delivered since 2 unsent'],
  ],
  [
    'a late acceptance at the mistyped address settles nothing',
    [failed(2, 'bad@example.com'), resend(3), ours('failed', 4), accepted(5, 'bad@example.com')],
    ['not_delivered since 2 failed'],
  ],
  ['a late acceptance at the address', [failed(2), accepted(3)], ['not_delivered since 2, accepted on 3']],
  [
    'a resend that was accepted',
    [failed(2), resend(3, 'b@example.com'), ours('accepted', 4, 'b@example.com')],
    ['not_delivered since 2, accepted on 4'],
  ],
  ['given on paper', [failed(2), printed(3)], ['not_delivered since 2, paper on 3']],
  ['told by phone', [failed(2), told(3)], ['not_delivered since 2, phone on 3']],
  [
    'paper, and then the mail too: the first settles',
    [failed(2), printed(3), accepted(4)],
    ['not_delivered since 2, paper on 3'],
  ],
  ['paper before the failure settles nothing', [printed(1), failed(2)], ['not_delivered since 2 failed']],
  ['failed again after paper', [failed(2), printed(3), failed(4)], ['not_delivered since 2 failed']],
  ['the medicine was handed out', [issued, failed(2), given(3)], ['not_delivered since 2, dispensed on 3']],
  ['accepted from the start', [accepted(2)], []],
  [
    'accepted twice: the first settles',
    [failed(2), accepted(3), accepted(6)],
    ['not_delivered since 2, accepted on 3'],
  ],
  [
    'a mail that was withdrawn',
    [failed(2), resend(3, 'b@example.com'), ['scriptline.resend.withdrawn', 4, mail('b@example.com')]],
    ['not_delivered since 2 unsent'],
  ],
  [
    'a late bounce of an address that is no longer on file',
    [resend(2), ours('accepted', 3), failed(4, 'old@example.com')],
    [],
  ],
])('not delivered: %s', (_, events, wanted) => {
  expect(lines(osigu, events).filter((line) => line.startsWith('not_delivered'))).toEqual(wanted);
});

test.each([
  ['in the same second', on(2).replace('00.000Z', '59.000Z'), on(2).replace('00.000Z', '59.400Z')],
  ['by a clock a minute behind', on(3).replace('12:00', '11:59'), on(3)],
])(
  'a later event on the email that the clinic’s own system was asked to send closes it, given as %s',
  (_, said, askedAt) => {
    const rows = emptyRows();
    const row = (set: FieldsOf<'prescription'>, at: string) => change('prescription', osigu, at, set);
    const mailed = (state: 'failed' | 'accepted', at: string) =>
      change('emailDelivery', `${osigu}|ana@example.com`, at, {
        ...{ prescriptionId: osigu, address: 'ana@example.com', state },
      });
    const told = [
      mailed('failed', on(1)),
      row({ fileAddress: 'ana@example.com', resend: 'requested', resendAfter: on(1) }, askedAt),
      row({ passedOn: 'passed_on' }, askedAt),
    ];
    for (const one of told) fold(rows, [one], { seq: 1, tie: '' });
    const stateNow = () => {
      const parts = partsIn(rows)(osigu);
      return parts ? emailReachOf(parts).state : null;
    };
    expect(stateNow()).toBe('queued');
    fold(rows, [mailed('accepted', said)], { seq: 2, tie: '' });
    expect(stateNow()).toBe('accepted');
  },
);

test.each<[string, Told[], string[]]>([
  ['issued and accepted: waits', [issued, accepted(1)], ['not_picked_up since 1']],
  ['accepted days after it was issued: waits from then', [issued, accepted(8)], ['not_picked_up since 8']],
  [
    'mended late: waits from the mail that reached him',
    [issued, failed(2), resend(9), ours('accepted', 9)],
    ['not_delivered since 2, accepted on 9', 'not_picked_up since 9'],
  ],
  ['fetched the day he was reached', [issued, accepted(8), given(8)], []],
  ['a reminder is on its way: still waits', [issued, accepted(1), resend(6)], ['not_picked_up since 1']],
  [
    'a reminder arrived: waits since the first mail',
    [issued, accepted(1), resend(6), ours('accepted', 6)],
    ['not_picked_up since 1'],
  ],
  ['issued, no mail known', [issued], []],
  ['issued, mail failed', [issued, failed(2)], ['not_delivered since 2 failed']],
  ['fetched the same day: never a task', [issued, accepted(1), given(1)], []],
  ['fetched late', [issued, accepted(1), given(9)], ['not_picked_up since 1, dispensed on 9']],
  [
    'a visit that was cancelled is none',
    [
      issued,
      accepted(1),
      given(9),
      ['dispensing.cancelled', 10, { dispensation_id: 'dsn', code: 'RX-1', code_type: 'PRESCRIPTION' }],
    ],
    ['not_picked_up since 1'],
  ],
  [
    'handed out at a counter that listed nothing',
    [issued, accepted(1), given(9, { products: null })],
    ['not_picked_up since 1, dispensed on 9'],
  ],
])('not picked up: %s', (_, events, wanted) => {
  expect(lines(osigu, events)).toEqual(wanted);
});

const order = (what: string, day: number, more: JsonObject = {}): Told => [`photon:order:${what}`, day, more];

test.each<[string, Told[], string[]]>([
  ['in error', [order('created', 1), order('error', 2)], ['order_problem since 2']],
  ['placed again', [order('error', 2), order('placed', 3)], ['order_problem since 2, order_moved on 3']],
  ['canceled', [order('error', 2), order('canceled', 3)], ['order_problem since 2, order_canceled on 3']],
  [
    'what the order did later still says nothing new',
    [order('error', 2), order('placed', 3), order('fulfillment', 5), order('canceled', 8)],
    ['order_problem since 2, order_moved on 3'],
  ],
  ['in error again', [order('error', 2), order('placed', 3), order('error', 4)], ['order_problem since 4']],
  [
    'an error of an order whose prescription had ended',
    [['photon:prescription:canceled', 1, { id: 'rx' }], order('error', 2)],
    [],
  ],
  [
    'one of two orders',
    [order('error', 2), order('placed', 3), order('error', 4, { id: 'ord_2' })],
    ['order_problem since 4'],
  ],
  [
    'the prescription was canceled',
    [order('error', 2), ['photon:prescription:canceled', 3, { id: 'rx' }]],
    ['order_problem since 2, ended on 3'],
  ],
])('order problem: %s', (_, events, wanted) => {
  expect(lines('photon:rx', events)).toEqual(wanted);
});

test('Photon sends no dispenses: never not picked up', () => {
  const events: Told[] = [
    ['photon:prescription:created', 1, { id: 'rx' }],
    ['scriptline.email.accepted', 1, { prescriptionId: 'photon:rx', email: 'ana@example.com' }],
  ];
  expect(followUps('photon:rx', events)).toEqual([]);
});

const held = (day: number): Told => ['medication.prescription.held.v1', day, { reason: 'Kidney result' }];
const resumed = (day: number): Told => ['medication.prescription.resumed.v1', day];

test.each<[string, Told[], string[]]>([
  ['held', [held(2)], ['on_hold since 2']],
  ['resumed', [held(2), resumed(3)], ['on_hold since 2, resumed on 3']],
  ['held again', [held(2), resumed(3), held(4)], ['on_hold since 4']],
  ['discontinued instead', [held(2), ['medication.prescription.discontinued.v1', 3]], ['on_hold since 2, ended on 3']],
  ['resumed without ever being held', [resumed(3)], []],
])('on hold: %s', (_, events, wanted) => {
  expect(lines('medication:rx', events)).toEqual(wanted);
});

test('every order of events gives the same follow-ups, but for the numbers of the events', () => {
  const story = [
    issued,
    failed(2),
    resend(3, 'b@example.com'),
    ours('failed', 4, 'b@example.com'),
    printed(5),
    given(9),
  ];
  const wanted = lines(osigu, story);
  for (let turn = 1; turn < story.length; turn++) {
    expect(lines(osigu, [...story.slice(turn), ...story.slice(0, turn)])).toEqual(wanted);
    expect(lines(osigu, story.toReversed())).toEqual(wanted);
  }
});

test('a task names the events that decided it, newest first, and what was said', () => {
  const [task] = followUps(osigu, [issued, failed(2), failed(3, 'ana@example.com', '552 5.2.2 over quota')]);
  expect(task).toMatchObject({
    why: [3, 2],
    detail: { mail: 'failed', cause: 'mailbox', reason: '552 5.2.2 over quota', address: 'ana@example.com' },
  });
});

test('an acceptance at the mistyped address is shown as such, and settles nothing', () => {
  const story = [issued, failed(2, 'bad@example.com'), resend(3), ours('failed', 4), accepted(5, 'bad@example.com')];
  const stray = (events: Told[]) => followUps(osigu, events)[0]?.detail.strayAddress;
  expect(stray(story)).toBe('bad@example.com');
  expect(stray(story.slice(0, 4))).toBeNull();
  // Where nobody of the clinic typed another, the sender's own latest address is the one on file.
  expect(stray([issued, failed(2, 'bad@example.com'), accepted(5, 'other@example.com'), failed(6)])).toBeNull();
});

test('a snooze holds until things get worse', () => {
  const snooze: Told = [
    'scriptline.followup.snoozed',
    3,
    { kind: 'not_delivered', until: on(9), reason: 'Comes in on Friday' },
  ];
  const row = (events: Told[]) => rowsAfter(events).prescription.get(osigu) ?? {};
  const trouble = (events: Told[]) => followUps(osigu, events)[0]?.troubleAt ?? '';
  const quiet: Told[] = [failed(2), snooze];
  expect(snoozeOf(row(quiet), 'not_delivered', trouble(quiet))).toEqual({ until: on(9), reason: 'Comes in on Friday' });
  const worse: Told[] = [failed(2), snooze, failed(4)];
  expect(snoozeOf(row(worse), 'not_delivered', trouble(worse))).toBeNull();
  expect(snoozeOf(row(quiet), 'on_hold', on(1))).toBeNull();
});
