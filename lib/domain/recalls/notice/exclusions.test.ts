import { describe, expect, test } from 'vitest';
import { matchNotice } from './match-notice.ts';
import { readNotice } from './read-notice.ts';

/** The result for a lot on the shelf: matched, ambiguous, or not on the notice at all. */
function heldLot(text: string, lot = 'AML-29848'): string {
  const held = [{ item: 'item', lot, ndc: null, productName: null, expiryDate: null }];
  const notice = readNotice(text);
  const [match] = matchNotice(notice, held).matches;
  return `${match?.verdict ?? 'nothing'}${notice.exclusions.length > 0 ? `, spared ${notice.exclusions}` : ''}`;
}

describe('an exception word in another sentence, line or field frees no lot', () => {
  test.each([
    'Reason for Recall\nThe firm cannot at this time exclude the potential for more tablets below specification.\nCode Information\nLot: AML-29848, EXP. 06/28',
    'The firm cannot exclude that lot AML-29848 is affected.',
    'No se puede descartar el riesgo y no se excluye el lote AML-29848 del retiro.',
    'May be wrapped in any type of wrap except clothing. Lot AML-29848',
    'May be wrapped in any type of wrap except clothing\nLot AML-29848',
    'May be wrapped in any type of wrap except clothing; lot AML-29848',
    'May be wrapped in any type of wrap except clothing, Lot: AML-29848',
    'No usar, salvo en pacientes adultos. Lote AML-29848',
    'No usar salvo en pacientes adultos Lote: AML-29848 Vence: 06/28',
    'Motivo: todas las presentaciones excepto la pediátrica.\nLote: AML-29848',
    'Motivo: todas las presentaciones a excepción de la pediátrica\nNúmero de lote: AML-29848',
    'Tablets embossed with a number other than 60.\nLot AML-29848',
    'Excluding the blister: Lot: AML-29848',
    'Distinto del original; lote AML-29848',
    'Stability is not affected.\nLot: AML-29848',
    'Lot: AML-29848, Exp 06/28\nOther strengths are not affected.',
    'Lot: AML-29848\nStability of the product is not affected',
    'Lots not affected: GH100\nLot: AML-29848',
    'Not affected: 5 mg tablets\nAffected: lot AML-29848',
    'Lots not affected:\n- GH100\n- GH101\n\nLots affected:\n- AML-29848',
    'Lots not affected: GH100; lots affected: AML-29848',
    'Lot AML-29848 was found short. Product was not distributed elsewhere.',
  ])('%j', (text) => {
    expect(heldLot(text)).toMatch(/^matched/);
  });

  test('a number that is no lot is not read as one', () => {
    expect(readNotice('Tablets embossed with a number other than 60.').exclusions).toEqual([]);
    expect(readNotice('Tablets of lot AML-29848 embossed with a number other than 60.').exclusions).toEqual([]);
  });
});

describe('an exception whose own object is the list of lots takes them out', () => {
  test.each([
    'All lots other than AML-29848',
    'All lots of Zelatrin except for lot AML-29848.',
    'Todos los lotes excepto AML-29848',
    'Todos los lotes a excepción de los lotes AML-29848 y C100',
    'Se excluye el lote AML-29848. Se retira el lote C100.',
    'Lots not affected: C100, AML-29848',
    'Lotes no afectados:\nC100\nAML-29848',
    'Unaffected lots:\n• C100\n• AML-29848',
    'Lotes excluidos: C100; AML-29848',
    'Lots excluded: C100, AML-29848. Lots recalled: C101',
    'Los lotes C100 y AML-29848 quedan excluidos. Se retira el lote C101.',
    'Lot C101 is recalled. Lot AML-29848 is not affected by this recall.',
    'Lot C101 (lot AML-29848 not affected)',
  ])('%j', (text) => {
    expect(heldLot(text)).toMatch(/^nothing, spared .*AML-29848/);
  });
});

describe('where only a person can tell, the lot is ambiguous and named as perhaps not affected', () => {
  test.each([
    'All lots met the specification except lot AML-29848.',
    'No lots are affected other than lot AML-29848.',
    'Ningún lote está afectado excepto el lote AML-29848.',
    'Recall of all strengths, excluding bottles of lot AML-29848',
    'Se retira el producto, a excepción de las unidades del lote AML-29848',
    'Not affected: Zelatrin 5 mg, lot AML-29848',
    'All lots other than lots C100,\nAML-29848',
    'All lots except C100; AML-29848',
    'All lots except\nlot AML-29848',
    'Lot AML-29848 was not included in the first recall.',
    'Lot AML-29848 was not distributed to hospitals.',
    'El lote AML-29848 no fue distribuido en Petén.',
    'Lots AML-29848,\nC100 are not affected.',
  ])('%j', (text) => {
    expect(heldLot(text)).toMatch(/^ambiguous, spared .*AML-29848/);
  });
});

test('a range taken out is named, and a lot inside it is for a person to decide', () => {
  expect(heldLot('Lots 12000 through 13000 except lots 12340 through 12350', '12345')).toBe(
    'ambiguous, spared 12340 - 12350',
  );
});
