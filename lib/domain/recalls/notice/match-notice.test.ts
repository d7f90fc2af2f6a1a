import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchNotice } from './match-notice.ts';
import type { CandidateLot } from './product.ts';
import { readNotice } from './read-notice.ts';

const held = (lot: string, facts: Partial<CandidateLot> = {}): CandidateLot => ({
  item: `item-${lot}`,
  lot,
  ndc: null,
  productName: null,
  expiryDate: null,
  ...facts,
});

const verdicts = (text: string, lots: readonly CandidateLot[], issuedOn?: string) =>
  matchNotice(readNotice(text), lots, issuedOn).matches.map(({ lot, verdict, why }) => `${lot} ${verdict} ${why}`);

describe('one lot', () => {
  test.each([
    ['Lot AB1204', 'AB1204', 'matched named'],
    ['Lot ab1204-7', 'AB1204 – 7', 'matched named'],
    ['Lot AB1204', 'ABI2O4', 'ambiguous looks-alike'],
    ['Lot S8150', '58I5O', 'ambiguous looks-alike'],
    ['Lot 0012345', '12345', 'ambiguous looks-alike'],
    ['Lot AB-12-045', 'AB12045', 'ambiguous looks-alike'],
    ['Lot 2026-07', 'LOT-2026-07', 'ambiguous looks-alike'],
    ['Lot 69403A', '69403', 'ambiguous suffix'],
    ['Lot 69403', '69403B', 'ambiguous suffix'],
    ['Lot 8302605Z01', '8302605', 'ambiguous truncated'],
    ['Lot 83026', '8302605', 'ambiguous truncated'],
    ['Lots 12345 through 12360', '12350', 'matched in-range'],
    ['Lots A1234-A1240', 'A1240', 'matched in-range'],
    ['Lots 66403A-D', '66403C', 'matched in-range'],
    ['Lot 07192024:91', '07192024:91', 'matched named'],
    ['Lots 12345 through 12360', '012350', 'ambiguous near-range'],
    ['Lots A1234-A1240', 'A1236B', 'ambiguous near-range'],
    ['Lots A1234-A1240', 'A-1236', 'ambiguous near-range'],
    ['Lot 10100-50', '10120', 'ambiguous short-range'],
    ['Lots beginning with 5', '51234', 'ambiguous described'],
    ['Lots 5512 and higher', '5600', 'ambiguous described'],
  ])('%j and a held %j: %s', (text, lot, verdict) => {
    expect(verdicts(text, [held(lot)])).toEqual([`${lot} ${verdict}`]);
  });

  test.each([
    ['Lots 69403A, 69403B', '69403C'],
    ['Lots 12345 through 12360', '12361'],
    ['Lots A1234-A1240', 'B1236'],
    ['Lot AB1204', 'AB1205'],
    ['Lots 66403A-D', '66403E'],
    ['Lots 66403A-D', '66404C'],
    ['Lot 1234', '12345'],
    ['Lot 88120 is recalled. Lot 88121 is not affected.', '88121'],
  ])('%j says nothing of a held %j', (text, lot) => {
    expect(verdicts(text, [held(lot)])).toEqual([]);
  });
});

describe('one number, several products', () => {
  const a = held('X100A', { item: 'a', ndc: '98765-111-30', productName: 'Zelatrin 10 mg' });
  const b = held('X100A', { item: 'b', ndc: '98765-222-30', productName: 'Corvasine 5 mg' });

  test('the named NDC decides, also written without its dashes', () => {
    const notice = readNotice('NDC 98765-0111-30, Lot X100A');
    expect(matchNotice(notice, [a, b, { ...b, item: 'c', ndc: '98765011130' }]).matches).toEqual([
      { item: 'a', lot: 'X100A', verdict: 'matched', why: 'named' },
      { item: 'c', lot: 'X100A', verdict: 'matched', why: 'named' },
    ]);
  });
  test('without an NDC in the notice its words decide', () => {
    const plain = [a, b].map((one) => ({ ...one, ndc: null }));
    expect(verdicts('Zelatrin tablets, Lot X100A', plain)).toEqual([
      'X100A matched named',
      'X100A ambiguous several-products',
    ]);
  });
  test('without either a person decides', () => {
    expect(verdicts('Lot X100A', [a, b])).toEqual([
      'X100A ambiguous several-products',
      'X100A ambiguous several-products',
    ]);
  });
  test('one product on two shelves is one product', () => {
    expect(verdicts('Lot X100A', [a, { ...a, item: 'a2' }])).toEqual(['X100A matched named', 'X100A matched named']);
  });
  test('the lot under another NDC alone is for a person to see, never dropped', () => {
    expect(verdicts('NDC 98765-111-30, Lot X100A', [b])).toEqual(['X100A ambiguous other-ndc']);
  });
});

describe('all lots', () => {
  const text = 'Zelatrin 10 mg, NDC 98765-111-30. All lots within expiry.';

  test('the NDC makes it sure, the name does not, another NDC is not meant', () => {
    const lots = [
      held('1', { ndc: '98765-111-30' }),
      held('2', { productName: 'ZELATRIN 10 mg tablets' }),
      held('3', { ndc: '98765-999-30', productName: 'Zelatrin 40 mg' }),
      held('4', { productName: 'Corvasine' }),
      held('5'),
    ];
    expect(verdicts(text, lots)).toEqual([
      '1 matched all-lots',
      '2 ambiguous all-lots-by-name',
      '5 ambiguous product-unknown',
    ]);
  });
  test('what had expired on the day of the notice is not within expiry', () => {
    const lots = [
      held('1', { ndc: '98765-111-30', expiryDate: '2024-05-31' }),
      held('2', { ndc: '98765-111-30', expiryDate: '2024-06-30' }),
    ];
    expect(verdicts(text, lots, '2024-06-15')).toEqual(['2 matched all-lots']);
  });
  test('"all lots distributed since …" is for a person: nobody here knows when a lot was distributed', () => {
    const limited = 'NDC 98765-111-30. All lots distributed since January 2019';
    expect(verdicts(limited, [held('1', { ndc: '98765-111-30' })])).toEqual(['1 ambiguous all-lots-limited']);
  });
  test('a spared lot is left out', () => {
    expect(verdicts('NDC 98765-111-30, all lots other than lot 77', [held('77', { ndc: '98765-111-30' })])).toEqual([]);
  });
});

test('a lot both named and spared is for a person', () => {
  expect(verdicts('Lots 55110, 55111. Not affected: 55111.', [held('55111')])).toEqual([
    '55111 ambiguous spared-and-named',
  ]);
});

test('lots and ranges that the notice names and the shelf lacks are listed', () => {
  const notice = readNotice('Lots 55110, 55111 and AB1200 through AB1210, ZZ900');
  expect(matchNotice(notice, [held('55110')]).notHeld).toEqual(['55111', 'ZZ900', 'AB1200 - AB1210']);
});

test('each named lot and range is matched, left to a person, or listed as not on the shelf', () => {
  const lot = fc.stringMatching(/^[A-C]{0,2}[0-3]{4,6}[AB]?$/);
  fc.assert(
    fc.property(fc.uniqueArray(lot, { maxLength: 8 }), fc.uniqueArray(lot, { maxLength: 8 }), (named, shelf) => {
      const notice = readNotice(`Lots: ${named.join('; ')}.`);
      const { matches, notHeld } = matchNotice(
        notice,
        shelf.map((one) => held(one)),
      );
      const sure = matches.filter(({ verdict }) => verdict === 'matched').map(({ lot: matched }) => matched);
      expect(sure.toSorted()).toEqual(shelf.filter((one) => notice.lots.includes(one)).toSorted());
      for (const one of notice.lots) expect(shelf.includes(one) && notHeld.includes(one)).toBe(false);
      if (matches.length === 0) expect(notHeld).toEqual(notice.lots);
    }),
  );
});

test('ten thousand lots on the shelf against two hundred named ones take a moment', () => {
  const shelf = Array.from({ length: 10_000 }, (_, number) => held(`H${100_000 + number}`));
  const names = Array.from({ length: 200 }, (_, number) => `H${100_000 + number * 7}`);
  const notice = readNotice(`Lots: ${names.join(', ')}, H300000 through H300500, J1000-J1900`);
  const before = performance.now();
  expect(matchNotice(notice, shelf).matches.filter(({ verdict }) => verdict === 'matched')).toHaveLength(200);
  expect(performance.now() - before).toBeLessThan(15_000);
});
