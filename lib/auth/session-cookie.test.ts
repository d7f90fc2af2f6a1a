import { expect, test } from 'vitest';
import { cookieIn, cookiesAreSecure } from './session-cookie.ts';

test.each([
  ['http://127.0.0.1:3000', false],
  ['http://localhost:3000', false],
  ['http://[::1]:3000', false],
  ['https://localhost:3000', true],
  ['https://console.clinic.test', true],
  ['http://console.clinic.test', true],
  ['http://10.0.0.5:3000', true],
  ['http://localhost.evil.test', true],
])('for %s the session cookie is Secure: %s', (url, secure) => {
  expect(cookiesAreSecure(new URL(url))).toBe(secure);
});

test('one cookie is found among others by its whole name', () => {
  const header = 'a=1; next-auth.session-token=x.y=; next-auth.session-token.0=z;b=2';
  expect(cookieIn(header, 'next-auth.session-token')).toBe('x.y=');
  expect(cookieIn(header, 'b')).toBe('2');
  expect(cookieIn(header, 'session-token')).toBeUndefined();
  expect(cookieIn(null, 'a')).toBeUndefined();
});
