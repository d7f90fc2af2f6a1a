import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('each changed field is listed, and no other', () => {
  const before = { name: 'Ana', inCharge: false, ids: ['a'], days: 4, from: null };
  expect(differences(before, before)).toBeNull();
  expect(differences(before, { ...before, name: 'Ana Solares', ids: ['a', 'b'], from: 'Clinic' })).toBe(
    'name: Ana → Ana Solares; ids: [a] → [a, b]; from: – → Clinic',
  );
});

test('a changed secret is listed without its old or new value', () => {
  expect(differences({ secret: 'one' }, { secret: 'two' }, ['secret'])).toBe('secret changed');
});
