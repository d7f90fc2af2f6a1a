import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('what changed is told field by field, and nothing else', () => {
  const before = { name: 'Ana', inCharge: false, ids: ['a'], days: 4, from: null };
  expect(differences(before, before)).toBeNull();
  expect(differences(before, { ...before, name: 'Ana Solares', ids: ['a', 'b'], from: 'Clinic' })).toBe(
    'name: Ana → Ana Solares; ids: [a] → [a, b]; from: – → Clinic',
  );
});

test('a secret is told as changed, never what it was or is', () => {
  expect(differences({ secret: 'one' }, { secret: 'two' }, ['secret'])).toBe('secret changed');
});
