import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '#lib/events/catalog';
import { withEventTable } from './event-table.ts';

test("the table of docs/events.md is the catalogue's (else: npm run docs)", () => {
  const page = readFileSync(new URL('../docs/events.md', import.meta.url), 'utf8');
  expect(page).toBe(withEventTable(page));
});

test('the table has a row for every type, and the text around it stays', () => {
  const text = withEventTable('before\n<!-- events:start -->\nold\n<!-- events:end -->\nafter\n');
  expect(text).toMatch(/^before\n<!-- events:start -->\n\| type [\s\S]*<!-- events:end -->\nafter\n$/);
  expect(text).not.toContain('old\n');
  for (const { type } of catalogue) expect(text).toContain(`\`${type}\``);
});

test('a page without the markers is left alone, with a sentence', () => {
  expect(() => withEventTable('no markers')).toThrow('events:start');
});
