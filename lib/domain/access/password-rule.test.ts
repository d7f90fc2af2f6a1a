import { expect, test } from 'vitest';
import { passwordFault } from './password-rule.ts';

test.each([
  ['eleven char', 'too-short'],
  ['ñandúñandú1', 'too-short'],
  ['x'.repeat(257), 'too-long'],
  ['aaaaaaaaaaaa', 'too-simple'],
  ['abababababab', 'too-simple'],
  ['123412341234', 'too-simple'],
  ['234567890123', 'too-simple'],
  ['abcdefghijkl', 'too-simple'],
  ['qwertyuiopasdf', 'too-simple'],
  ['mnbvcxzlkjhg', 'too-simple'],
  ['Password 2026', 'too-common'],
  ['Passwordpassword!', 'too-common'],
  ['scriptline-2026', 'too-common'],
  ['correct horse battery staple', 'too-common'],
  ['Contraseña123', 'too-common'],
  ['ana.solares2026', 'names-account'],
  ['ana.solares@clinic.test', 'names-account'],
  ['twelve chars', null],
  ['a blue lamp over the harbour', null],
  ['solares walks home at nine', null],
  ['áéíóúñçàèìòù', null],
])('%j: %s', (password, fault) => {
  expect(passwordFault(password, 'ana.solares@clinic.test')).toBe(fault);
});

test('a short name before the @ forbids nothing', () => {
  expect(passwordFault('we met ana in spring', 'ana@clinic.test')).toBeNull();
});
