import { expect, test } from 'vitest';
import { bounceClustersOf, type Failure, fewOf, findBounceCluster } from './bounce-cluster.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const at = (minute: number) => new Date(noon + minute * 60_000).toISOString();

/** Failures a minute apart (or as given), numbered. */
function failures(count: number, more: Partial<Failure> & { every?: number; from?: number } = {}): Failure[] {
  const { every = 0.5, from = 0, ...set } = more;
  return Array.from({ length: count }, (_, index) => ({
    ...{
      prescriptionId: `osigu:rx_${from}_${index}_${set.domain ?? ''}`,
      prescriberId: 'osigu:doc_1',
      open: true,
      asleep: false,
    },
    ...{ at: at(from + index * every), cause: 'refused', domain: 'example.com', ...set },
  }));
}

const named = (all: readonly Failure[]) =>
  bounceClustersOf(all).map(
    ({ what, domain, cause, members }) => `${what} ${what === 'domain' ? domain : cause}: ${members.length}`,
  );

test.each<[string, Failure[], string[]]>([
  ['fifteen of one domain', failures(15), ['domain example.com: 15']],
  ['nine are nine follow-ups', failures(9), []],
  ['ten in ten minutes', failures(10, { every: 10 / 9 }), ['domain example.com: 10']],
  ['ten in eleven minutes', failures(10, { every: 11 / 9 }), []],
  [
    'later ones of the same chain belong to it',
    [...failures(10), ...failures(1, { from: 14 })],
    ['domain example.com: 11'],
  ],
  ['one after a longer pause does not', [...failures(10), ...failures(1, { from: 15 })], ['domain example.com: 10']],
  [
    'one cause over many domains',
    ['a.test', 'b.test', 'c.test'].flatMap((domain) => failures(5, { domain, cause: 'sender' })),
    ['cause sender: 15'],
  ],
  [
    'two servers that refuse at the same time are two faults',
    [...failures(15, { domain: 'a.test' }), ...failures(12, { domain: 'b.test', from: 1 })],
    ['domain a.test: 15', 'domain b.test: 12'],
  ],
  [
    'three of them are one',
    ['a.test', 'b.test', 'c.test'].flatMap((domain) => failures(12, { domain })),
    ['cause refused: 36'],
  ],
  [
    'a few failures elsewhere do not make it everybody’s',
    [...failures(15), ...failures(2, { domain: 'b.test' }), ...failures(1, { domain: 'c.test' })],
    ['domain example.com: 15'],
  ],
  [
    'one server that says all sorts of things',
    [...failures(4), ...failures(4, { cause: 'passing', from: 1 }), ...failures(4, { cause: 'unknown', from: 2 })],
    ['domain example.com: 12'],
  ],
  ['addresses that do not exist are the doctors’ to correct', failures(15, { cause: 'address' }), []],
  ['full mailboxes likewise', failures(15, { cause: 'mailbox' }), []],
  ['unknown causes over many domains say nothing', failures(15, { cause: 'unknown', domain: null }), []],
  [
    'two at different times',
    [...failures(10), ...failures(12, { from: 60 })],
    ['domain example.com: 12', 'domain example.com: 10'],
  ],
])('%s', (_, all, wanted) => {
  expect(named(all)).toEqual(wanted);
});

test('it stays one while its members are accepted one after the other', () => {
  const half = failures(15).map((failure, index) => ({ ...failure, open: index % 2 === 0 }));
  expect(named(half)).toEqual(['domain example.com: 15']);
});

test('the order in which failures are found makes no difference, not even to its name', () => {
  const all = [...failures(15), ...failures(12, { domain: 'b.test', from: 40, cause: 'passing' })];
  expect(bounceClustersOf(all.toReversed())).toEqual(bounceClustersOf(all));
});

test('failures that our side must fix are listed from the first one on, by cause and domain; failures that a doctor resolves, resolved ones and those of a cluster are not', () => {
  const many = failures(10, { domain: 'many.test' });
  const one = failures(1, { domain: 'one.test' });
  const ours = [...one, ...failures(2, { domain: 'one.test', cause: 'sender', from: 40, every: 30 })];
  const others = [
    ...failures(1, { domain: 'x.test', cause: 'address' }),
    ...failures(1, { domain: 'y.test', open: false }),
    ...failures(3, { domain: 'z.test', cause: 'passing' }),
  ];
  const all = [...others, ...ours, ...many];
  const few = fewOf(all, bounceClustersOf(all));
  expect(few.map(({ what, cause, domain, members }) => [what, cause, domain, members.length])).toEqual([
    ['few', 'sender', 'one.test', 2],
    ['few', 'refused', 'one.test', 1],
  ]);
  const earlier = failures(1, { domain: 'one.test', from: -60 });
  const key = few[1]?.key ?? '';
  expect(findBounceCluster(fewOf([...all, ...earlier], bounceClustersOf(all)), key)?.members).toHaveLength(2);
});
