import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

const marked = (before: string, after: string) =>
  lineDiff(before, after).map(({ left, right }) => (left === right ? `  ${left}` : `${left ?? ''} → ${right ?? ''}`));

test.each([
  ['one changed line', 'a\nb\nc', 'a\nB\nc', ['  a', 'b → B', '  c']],
  ['one put in', 'a\nc', 'a\nb\nc', ['  a', ' → b', '  c']],
  ['one taken out', 'a\nb\nc', 'a\nc', ['  a', 'b → ', '  c']],
  ['nothing', 'a\nb', 'a\nb', ['  a', '  b']],
  ['two changes around a common line', 'x\nb\ny', '1\nb\n2', ['x → 1', '  b', 'y → 2']],
])('%s', (_name, before, after, rows) => {
  expect(marked(before, after)).toEqual(rows);
});

test('each side read by itself is the text it came from, and what both have in a row is never shown as changed', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '{', '}', ''), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = lineDiff(before.join('\n'), after.join('\n'));
      expect(rows.flatMap(({ left }) => left ?? [])).toEqual(before);
      expect(rows.flatMap(({ right }) => right ?? [])).toEqual(after);
      expect(lineDiff(before.join('\n'), before.join('\n')).every(({ left, right }) => left === right)).toBe(true);
    }),
  );
});

test('a text too long to compare line by line is still shown whole', () => {
  const long = (word: string) => Array.from({ length: 3_000 }, (_, line) => `${word} ${line}`).join('\n');
  expect(lineDiff(long('a'), long('b'))).toHaveLength(3_000);
});
