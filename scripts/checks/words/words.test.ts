import { expect, test } from 'vitest';
import { baselineOf, isTight, newFindings, shrunk } from './baseline.ts';
import { offencesInCode } from './code-rules.ts';
import { faultsOfPairs } from './pair-rules.ts';
import { rawCodes } from './raw-codes.ts';
import { faultsOf } from './text-rules.ts';

const mend = { word: 'mend', pattern: 'mend(?:s|ed|ing)?', say: 'fix' };
const canceled = { word: 'cancelled', pattern: 'cancelled', say: 'canceled', except: ['`cancelled`'] };
const rules = {
  prose: [mend, canceled],
  names: [mend],
  headless: { words: ['What', 'Who'], say: 'a subject' },
};
const texts = {
  en: [mend],
  es: [{ word: 'lugar', pattern: 'lugar(?:es)?', say: 'sucursal' }],
  names: ['Osigu'],
  openingMarks: ['es' as const],
  headless: { en: ['What'], es: ['Lo que'] },
  remedy: { keys: '(^|\\.)(failed|refused)(\\.|$)', en: ['try'], es: ['intente'] },
  absence: { en: ['nobody'], es: ['nadie'], reasons: { 'a.known': 'the count is complete' } },
};
const words = (source: string, file = 'lib/a.ts') =>
  offencesInCode(file, source, rules).map(({ line, word }) => `${line} ${word}`);
const faults = (text: string, key = 'a.b', language: 'en' | 'es' = 'en') =>
  faultsOf({ key, language, text }, texts).map(({ word }) => word);

test('a retired word in a comment is found on its own line, in any case', () => {
  expect(
    words('const a = 1;\n/**\n * Counts rows.\n * Mended rows count twice.\n */\nconst b = a; // mends b'),
  ).toEqual(['4 mend', '6 mend']);
});

test('a retired word in code and in strings is no prose', () => {
  expect(words("const mend = 'mended'; post('/api/mend');")).toEqual([]);
});

test('a part of a longer word is another word', () => {
  expect(words('// amended and recommended')).toEqual([]);
});

test('a spelling of the wire stays where it is quoted, and only there', () => {
  expect(words('// the sender writes `cancelled`')).toEqual([]);
  expect(words('// a cancelled dose, which the sender calls `cancelled`')).toEqual(['1 cancelled']);
});

test.each(["test('mends a lot', run)", "test.each([1])('mends %s', run)", "describe('it mends', run)"])(
  'a test name is prose: %s',
  (source) => {
    expect(words(source)).toEqual(['1 mend']);
  },
);

test('a retired word in an exported name or a file name is found, in a local name not', () => {
  expect(words('export const mendAll = 1;')).toEqual(['1 mend']);
  expect(words('export function mendAll() {}')).toEqual(['1 mend']);
  expect(words('export type MendedRow = 1;')).toEqual(['1 mend']);
  expect(words('const mendAll = 1;')).toEqual([]);
  expect(words('', 'lib/mend-row.ts')).toEqual(['1 mend']);
});

test('a comment that begins as a question without being one has no subject', () => {
  expect(words('/** What the row holds. */\nconst a = 1;')).toEqual(['1 What … (headless)']);
  expect(words('/** Whoever asks sees it. */\nconst a = 1;\n// Who asks?')).toEqual([]);
});

test('a comment inside markup is read', () => {
  expect(words('const a = <p>{/* mends */}mend</p>;', 'a.tsx')).toEqual(['1 mend']);
});

test.each([
  ['mend', 'Mend it now'],
  ['What … (headless)', 'What is over'],
  ['number', '1,000 or more'],
  ['capital', 'Save All'],
  ['plural', '{count, number} rows found'],
  ['absence', 'Nobody was here'],
  ['end mark', 'It is saved. It counts now'],
  ['end mark', 'Saved now.'],
])('a text with a fault is found: %s', (word, text) => {
  expect(faults(text)).toContain(word);
});

test('a text without a fault passes', () => {
  expect(faults('{count, plural, one {# row of Osigu} other {# rows}}')).toEqual([]);
  expect(faults('It is saved. It counts now.')).toEqual([]);
});

test('a failure names a way out', () => {
  expect(faults('It could not be done.', 'access.failed.other')).toEqual(['no remedy']);
  expect(faults('It could not be saved, try later.', 'access.failed.other')).toEqual([]);
});

test('an absence with a listed reason passes', () => {
  expect(faults('Nobody was here', 'a.known')).toEqual([]);
});

test('Spanish texts have their own words and marks', () => {
  expect(faults('El lugar', 'a.b', 'es')).toEqual(['lugar']);
  expect(faults('Hola?', 'a.b', 'es')).toEqual(['¿ ?']);
});

test('one English text has one Spanish text, up to gender and number', () => {
  const of = (es: string) => [
    ...faultsOfPairs(
      [
        { key: 'a', text: 'Closed', translation: 'Cerrado' },
        { key: 'b', text: 'Closed', translation: es },
      ],
      'es',
    ).keys(),
  ];
  expect(of('Cerradas')).toEqual([]);
  expect(of('Resuelto')).toEqual(['a', 'b']);
});

test('one Spanish label means one thing', () => {
  const faulty = faultsOfPairs(
    [
      { key: 'a', text: 'Recalled', translation: 'Retirado' },
      { key: 'b', text: 'Taken away', translation: 'Retirado' },
    ],
    'es',
  );
  expect([...faulty.keys()]).toEqual(['a', 'b']);
});

test('a code of the API is shown in words, but in a code element', () => {
  expect(rawCodes('a.tsx', '<td>{row.type}</td>')).toHaveLength(1);
  expect(rawCodes('a.tsx', '<code>{row.type}</code>')).toEqual([]);
});

const finding = { id: 'a.ts', at: 'a.ts:1', word: 'mend', say: 'fix' };
const text = { id: 'en a', at: 'a.json:1', word: 'mend', say: 'fix', content: 'Mend it' };

test('findings of the baseline pass, one more of the same word in the same file does not', () => {
  const baseline = baselineOf([finding, text]);
  expect(newFindings([finding, text], baseline)).toEqual([]);
  expect(newFindings([finding, finding, text], baseline)).toEqual([finding]);
  expect(newFindings([finding], {})).toEqual([finding]);
});

test('a text that changes keeps to the words, whatever the baseline held of it', () => {
  const changed = { ...text, content: 'Mend it today' };
  expect(newFindings([changed], baselineOf([text]))).toEqual([changed]);
});

test('the baseline only shrinks', () => {
  const baseline = baselineOf([finding, finding, text]);
  expect(isTight(baseline, [finding, finding, text])).toBe(true);
  expect(isTight(baseline, [finding, text])).toBe(false);
  expect(shrunk(baseline, [finding])).toEqual(baselineOf([finding]));
  expect(shrunk(baselineOf([finding]), [finding, finding, text])).toEqual(baselineOf([finding]));
});
