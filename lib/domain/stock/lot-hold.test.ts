import { expect, test } from 'vitest';
import { change } from '#lib/domain/ledger/change';
import { foldRow, type Row } from '#lib/domain/ledger/fold';
import { lotHoldOf } from './lot-hold.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString();
const facts = {
  recalled: (minute: number) => change('lot', 'l', at(minute), { frozen: 'recalled', recalled: 'recalled' }),
  quarantined: (minute: number) => change('lot', 'l', at(minute), { frozen: 'quarantined' }),
  released: (minute: number) => change('lot', 'l', at(minute), { frozen: 'free', released: 'free' }),
};
type Fact = readonly [keyof typeof facts, number];

function holdAfter(told: readonly Fact[]): string {
  let row: Row | undefined;
  told.forEach(([kind, minute], index) => {
    row = foldRow(row, facts[kind](minute), { seq: index, tie: `${kind} ${minute}` });
  });
  return lotHoldOf(row);
}

test.each<[string, readonly Fact[]]>([
  ['free', []],
  ['recalled', [['recalled', 1]]],
  [
    'recalled',
    [
      ['recalled', 1],
      ['quarantined', 5],
    ],
  ],
  [
    'recalled',
    [
      ['released', 1],
      ['recalled', 1],
    ],
  ],
  [
    'free',
    [
      ['recalled', 1],
      ['quarantined', 2],
      ['released', 3],
    ],
  ],
  [
    'quarantined',
    [
      ['recalled', 1],
      ['released', 3],
      ['quarantined', 4],
    ],
  ],
  [
    'recalled',
    [
      ['quarantined', 1],
      ['released', 3],
      ['recalled', 4],
    ],
  ],
])('a lot is %s after %j, in whatever order it is told', (hold, told) => {
  expect(holdAfter(told)).toBe(hold);
  expect(holdAfter(told.toReversed())).toBe(hold);
});
