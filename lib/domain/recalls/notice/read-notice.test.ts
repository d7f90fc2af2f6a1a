import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NoticeCase, noticeCases } from '#scripts/testing/cases/notice-cases';
import { readNotice } from './read-notice.ts';

const groups: readonly (readonly [string, readonly NoticeCase[]])[] = [
  ['enforcement reports', noticeCases('enforcement')],
  ['announcements, pages and tables', noticeCases('pages')],
  ['notices in Spanish', noticeCases('spanish')],
  ['traps', noticeCases('hard')],
  ['fields of reports, as firms fill them', noticeCases('reports')],
  ['notices written after the rules', noticeCases('later')],
  ['notices labelled before the rules saw them', noticeCases('unseen', 'unseen-again')],
];
const all = groups.flatMap(([, cases]) => cases);

describe.each(groups)('%s', (_, cases) => {
  test.each(cases.map((one) => [one.text.replace(/\s+/g, ' ').slice(0, 90), one] as const))('%s', (_text, one) => {
    const { lots, ranges, ndcs, allLots, exclusions } = readNotice(one.text);
    expect({ lots: lots.toSorted(), ranges, ndcs, allLots, exclusions }).toEqual({
      lots: (one.lots ?? []).toSorted(),
      ranges: (one.ranges ?? []).map(([from, to]) => ({ from, to })),
      ndcs: one.ndcs ?? [],
      allLots: one.allLots ?? false,
      exclusions: one.exclusions ?? [],
    });
  });
});

test('the table is worth its name', () => {
  expect(all.length).toBeGreaterThanOrEqual(150);
});

describe('expiries', () => {
  test.each([
    ['Lot 71203A, 71203B, Exp 10/15; 71404A Exp 11/15', ['71203A 2015-10', '71203B 2015-10', '71404A 2015-11']],
    ['Lot Numbers (Expiration Date): 44021 (8/31/12), 44022', ['44021 2012-08-31']],
    ['Exp. Date: 10/2014 (lots QX101, QX102)', ['QX101 2014-10', 'QX102 2014-10']],
    ['Lot: 9L0012 EXP: 2013-09', ['9L0012 2013-09']],
    ['Lot: 9L0012, best by 12/31/2024', ['9L0012 2024-12-31']],
    ['Batch number LK4471, expiry date 05/08/2025', ['LK4471 2025-08-05']],
    ['Lote Y23TJT, con fecha de caducidad MAR/26', ['Y23TJT 2026-03']],
    ['Lote 22K0198. Fecha de vencimiento: 30 de noviembre de 2024', ['22K0198 2024-11-30']],
    ['Lot # KUFT EXP 2 2000', ['KUFT 2000-02']],
    ['Lot 5T091 EXP 0925', ['5T091 2025-09']],
    ['Lot 5T091, manufactured 09/2022', []],
    ['Batch Number\tExpiry Date\tFirst Distributed\nH2301502\t08/2025\t18/12/2023', ['H2301502 2025-08']],
    ['Lot Number\nExpiration Date\n3A0012\n01/2026\n3A0013\n02/2026', ['3A0012 2026-01', '3A0013 2026-02']],
  ])('%j', (text, expected) => {
    expect(readNotice(text).expiries.map(({ lot, expiry }) => `${lot} ${expiry}`)).toEqual(expected);
  });
});

test.each([
  ['Lots beginning with 5', [{ kind: 'begins', value: '5' }]],
  ['All lots beginning with prefix AB', [{ kind: 'begins', value: 'AB' }]],
  [
    'Lotes que comienzan con 5 y 6',
    [
      { kind: 'begins', value: '5' },
      { kind: 'begins', value: '6' },
    ],
  ],
  ['Lots 5512 and higher', [{ kind: 'from', value: '5512' }]],
  ['Lots ending in K', [{ kind: 'ends', value: 'K' }]],
])('%j describes lots without naming them', (text, patterns) => {
  expect(readNotice(text).patterns).toEqual(patterns);
});

const fragments = fc.constantFrom(
  ...[
    'Lot ',
    'Lots: ',
    'Lote ',
    'NDC 98765-',
    '12345',
    'A1234',
    '-',
    ', ',
    '; ',
    '\n',
    '\t',
    '(',
    ')',
    ' through ',
    'Exp ',
    '09/13',
    ' ',
    '.',
    '500 mg',
    'All lots ',
    'other than ',
    ':',
    '#',
    '@',
    'a) ',
    '|',
    'UPC ',
    'é',
    '\u2013',
    'are not affected',
    'begin with ',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.constantFrom(...all.map(({ text }) => text)),
);

test('whatever is pasted, nothing throws and every find lies in the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end } of readNotice(text).finds) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 500 },
  );
});

test('a find shows exactly where a lot or NDC is printed, also one printed short ("-124")', () => {
  for (const { text } of all) {
    for (const { kind, start, end, value } of readNotice(text).finds) {
      if (kind === 'lot' || kind === 'ndc') expect(value.endsWith(text.slice(start, end).normalize('NFKC'))).toBe(true);
    }
  }
});
