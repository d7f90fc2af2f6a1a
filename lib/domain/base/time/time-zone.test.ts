import { expect, test } from 'vitest';
import { isTimeZone } from './time-zone.ts';

test.each([
  ['America/Guatemala', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Madrid', true],
  ['UTC', true],
  ['Etc/GMT+6', true],
  ['Europe/Nowhere', false],
  ['CET', false],
  ['+02:00', false],
  ['', false],
  ['../etc/passwd', false],
])('%j is a zone: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is);
});
