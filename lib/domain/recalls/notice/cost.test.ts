import { expect, test } from 'vitest';
import { matchNotice } from './match-notice.ts';
import { readNotice } from './read-notice.ts';

/** Processor time of one reading, in milliseconds: the middle of three, so that a pause of the machine does not count. */
function cost(text: string): number {
  const held = [{ item: 'item', lot: 'AML-29848', ndc: null, productName: 'Zelatrin', expiryDate: null }];
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    matchNotice(readNotice(text), held);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[1] ?? 0;
}

/** Below it, the start of the engine's own work outweighs what is measured. */
const noticeable = 25;

test.each([
  ['a'],
  ['1'],
  ['A1 '],
  ['Lot '],
  ['Lot 12345, '],
  ['('],
  ['1-'],
  ['1,'],
  ['1.'],
  ['12345-678-90 '],
  ['a@'],
  ['Exp 09/13 '],
  ['a) '],
  ['\n'],
  ['\t1'],
  ['NDC '],
  ['UPC 1 '],
  ['all lots '],
  ['other than '],
  ['Lot\nExp\n'],
  ['AB 12 '],
  [' '],
  ['other than lot A1234 '],
  ['are not affected '],
  ['lot A1234 is not affected, '],
  ['lot A1234 is not affected. '],
  [':'],
  ['12:34'],
  ['A12345:1 '],
  ['all products '],
  ['Rx 12345 '],
  ['Lot 12345 at Harrow 12346 '],
  ...[
    ['?'],
    ['!'],
    ['/'],
    ['-'],
    ["'"],
    ['"'],
    ['…'],
    ['.'],
    ['!?'],
    ['?!'],
    ['"-'],
    ['*'],
    ['#'],
    ['¿'],
    ['”'],
    [';'],
    ['|'],
  ],
  ...[['except lot A1234 '], ['Lots not affected: A1234\n'], ['cannot exclude '], ['A12345, x is not affected, ']],
])(
  'a run of %j between letters costs in proportion to its length',
  (part) => {
    const text = (length: number) => `Lot x${part.repeat(Math.ceil(length / part.length))}x`;
    cost(text(2_000));
    // Four times the length: a linear reader takes 4 times as long, a quadratic one 16 times.
    const [short, long] = [cost(text(15_000)), cost(text(60_000))];
    expect(long).toBeLessThan(9 * Math.max(short, noticeable));
  },
  60_000,
);
