import { describe, expect, test } from 'vitest';
import type { FlowFacts, SourceFacts } from './flow.ts';
import { incidentConditions } from './ops-alert.ts';

const source: SourceFacts = {
  ...{ id: 'src_1', key: 'one', state: 'active', pausedSeconds: null, ageSeconds: 9e6, quietSeconds: 20 },
  silence: { state: 'sending', usualMinutes: 40, by: 'habit' },
  ...{ lately: 30, sentLagSeconds: 3, processLagSeconds: 1, usualSentLagSeconds: 5 },
  ...{ deadLately: 0, refusedLately: 0, refusedSecondsAgo: null },
};
const well: FlowFacts = {
  sources: [source],
  workers: [{ ageSeconds: 2, clockMs: 3 }],
  canary: { on: true, lostSeconds: null },
  mailIncidents: [],
  ...{ queued: 0, queueSeconds: 0, unsent: 0, outboxSeconds: 0, unsealedSeconds: 0, countedSeconds: 5, clockMs: 0 },
};
const kinds = (facts: FlowFacts, open: readonly string[] = []) =>
  incidentConditions(facts, new Set(open)).map(({ kind }) => kind);
const of = (more: Partial<SourceFacts>) => ({ ...well, sources: [{ ...source, ...more }] });

test('nothing is wrong when nothing is wrong', () => {
  expect(incidentConditions(well, new Set())).toEqual([]);
});

describe('each incident is reported from its threshold on', () => {
  const silent = { state: 'silent', usualMinutes: 40, by: 'habit' } as const;
  const learning = { state: 'learning', usualMinutes: null, by: 'habit' } as const;
  const never = { state: 'never', usualMinutes: null, by: 'habit' } as const;
  test.each<[string, FlowFacts, string[]]>([
    ['a source out of its habit', of({ silence: silent, quietSeconds: 300 }), ['source-silent']],
    ['a disabled one is not missed', of({ silence: silent, state: 'off' }), []],
    ['a day without habit or event', of({ silence: learning, quietSeconds: 86_400 }), ['source-no-data']],
    ['never an event, made just now', of({ silence: never, quietSeconds: null, ageSeconds: 60 }), []],
    ['never an event in a day', of({ silence: never, quietSeconds: null, ageSeconds: 86_400 }), ['source-no-data']],
    ['late by its own measure', of({ sentLagSeconds: 901 }), ['lag']],
    ['late as always', of({ sentLagSeconds: 4000, usualSentLagSeconds: 1001 }), []],
    ['late, and too few to tell what is usual', of({ sentLagSeconds: 9e6, usualSentLagSeconds: null }), []],
    ['slow here', of({ processLagSeconds: 61 }), ['lag']],
    ['slow here, four events', of({ processLagSeconds: 61, lately: 4 }), []],
    ['slow here because the queue is old', { ...of({ processLagSeconds: 61 }), queueSeconds: 61 }, ['queue-old']],
    ['ten dead letters', of({ deadLately: 10 }), ['dead-letters-rising']],
    ['nine dead letters', of({ deadLately: 9 }), []],
    ['five wrong signatures', of({ refusedLately: 5, refusedSecondsAgo: 10 }), ['refusals-rising']],
    ['five of half an hour ago', of({ refusedLately: 5, refusedSecondsAgo: 1800 }), []],
    ['no worker', { ...well, workers: [{ ageSeconds: 31, clockMs: 0 }] }, ['worker-gone']],
    ['never a worker', { ...well, workers: [] }, ['worker-gone']],
    [
      'one of two workers',
      {
        ...well,
        workers: [
          { ageSeconds: 99, clockMs: 0 },
          { ageSeconds: 1, clockMs: 0 },
        ],
      },
      [],
    ],
    ['a canary that did not come through', { ...well, canary: { on: true, lostSeconds: 40 } }, ['canary-lost']],
    ['no canary is wanted', { ...well, canary: { on: false, lostSeconds: 40 } }, []],
    ['mail that does not leave', { ...well, unsent: 1, outboxSeconds: 601 }, ['outbox-old']],
    ['mail that is ten minutes old', { ...well, unsent: 1, outboxSeconds: 600 }, []],
    [
      'mails that many fail for one reason, reason by reason',
      {
        ...well,
        mailIncidents: ['domain~a.test', 'cause~sender'].map((subject) => ({ subject, forSeconds: 60, open: 12 })),
      },
      ['mail-failing', 'mail-failing'],
    ],
    ['audit lines that nobody seals', { ...well, unsealedSeconds: 61 }, ['audit-unsealed']],
    ['a clock behind', { ...well, workers: [{ ageSeconds: 2, clockMs: -30_001 }] }, ['clock-off']],
    [
      'the clock of a worker that is gone',
      {
        ...well,
        workers: [
          { ageSeconds: 2, clockMs: 0 },
          { ageSeconds: 99, clockMs: 9e9 },
        ],
      },
      [],
    ],
    ['nobody counts', { ...well, countedSeconds: 121 }, ['count-behind']],
    ['nobody counts because nobody works', { ...well, countedSeconds: 121, workers: [] }, ['worker-gone']],
  ])('%s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });
});

test('an incident that opened at a high figure stays open while there is any, and then closes', () => {
  const open = ['dead-letters-rising|src_1', 'refusals-rising|src_1'];
  expect(kinds(of({ deadLately: 1, refusedLately: 1, refusedSecondsAgo: 500 }), open)).toEqual([
    'dead-letters-rising',
    'refusals-rising',
  ]);
  expect(kinds(of({ deadLately: 0, refusedLately: 1, refusedSecondsAgo: 601 }), open)).toEqual([]);
});

test('an incident carries numbers only', () => {
  const [one] = incidentConditions(of({ deadLately: 12 }), new Set());
  expect(one).toEqual({ kind: 'dead-letters-rising', subject: 'src_1', forSeconds: 0, figures: { deadLately: 12 } });
});
