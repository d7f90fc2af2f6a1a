import { expect, test } from 'vitest';
import { shortenedText } from './shortened.ts';

test('a text that fits is left as it is', () => {
  expect(shortenedText('as it is', 8)).toBe('as it is');
});

test('a longer text keeps its beginning and says how many characters are missing', () => {
  expect(shortenedText('a'.repeat(120), 100)).toBe(`${'a'.repeat(91)} … [+29]`);
  expect(shortenedText('a'.repeat(20_000), 100)).toHaveLength(100);
});

test('no character is cut in half', () => {
  for (const before of ['', 'a']) {
    const cut = shortenedText(before + '😀'.repeat(60), 100);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(100);
  }
});
