import { expect, test } from 'vitest';
import { cellText, figure } from './csv-text.ts';

test.each(['=1+1', '+502 5555', '-19', '-19 tablet', '@sum', '\tx', '\rx', '＝1', '－1'])(
  'foreign text %j is kept as text',
  (text) => {
    expect(cellText(text)).toBe(`'${text}`);
  },
);

test.each(['-19', '0', '-0.25', '12345678901234567890.5'])('our own number %s is a number', (text) => {
  expect(cellText(figure(text))).toBe(text);
});

test.each(['-19 tablet', '-1+cmd', '=1', '-019'])('%j is no number', (text) => {
  expect(cellText(figure(text))).toBe(`'${text}`);
});

test.each([
  [null, ''],
  [figure(null), ''],
  [-3, '-3'],
  ['García-Márquez', 'García-Márquez'],
])('%j is written as %j', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});
