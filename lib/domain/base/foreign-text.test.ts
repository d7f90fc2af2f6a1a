import { expect, test } from 'vitest';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { foreignText } from './foreign-text.ts';

test.each([
  ['a plain reply', 'a plain reply'],
  ['ok\u0000done', 'ok\ufffddone'],
  ['half of a pair \ud83d', 'half of a pair \ufffd'],
  ['\ude00 the other half', '\ufffd the other half'],
  ['whole 😀', 'whole 😀'],
])('%j is kept as %j', (said, kept) => {
  expect(foreignText(said, 100)).toBe(kept);
});

test('what is too long is cut at a whole character, with a mark, and is never longer than it may be', () => {
  for (let letters = 0; letters < 14; letters++) {
    const cut = foreignText(`${'a'.repeat(letters)}${'😀'.repeat(40)}`, 12);
    expect(isStorableText(cut), cut).toBe(true);
    expect(cut).not.toContain('\ufffd');
    expect(cut.length).toBeLessThanOrEqual(12);
    expect(cut.endsWith('…')).toBe(true);
  }
  expect(foreignText('a'.repeat(12), 12)).toBe('a'.repeat(12));
});

test('every pair of code units can be stored', () => {
  const odd = ['\u0000', '\ud800', '\udbff', '\udc00', '\udfff', 'a', '\u{10ffff}'];
  for (const one of odd) for (const other of odd) expect(isStorableText(foreignText(one + other, 3))).toBe(true);
});
