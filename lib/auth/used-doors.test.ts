import { expect, test } from 'vitest';
import { isErrorWord, isUsedDoor, isWayBack } from './used-doors.ts';

test.each([
  ['GET', 'csrf'],
  ['GET', 'session'],
  ['GET', 'providers'],
  ['GET', 'signin'],
  ['GET', 'error'],
  ['POST', 'callback/credentials'],
  ['POST', 'signout'],
])('%s %s is served, with and without single sign-on', (method, door) => {
  expect([true, false].map((oidc) => isUsedDoor(method, door.split('/'), oidc))).toEqual([true, true]);
});

test.each([
  ['POST', 'signin/oidc'],
  ['GET', 'callback/oidc'],
])('%s %s is served where single sign-on is set up', (method, door) => {
  expect([true, false].map((oidc) => isUsedDoor(method, door.split('/'), oidc))).toEqual([true, false]);
});

test.each([
  ['POST', '_log'],
  ['GET', '_log'],
  ['GET', 'signout'],
  ['GET', 'verify-request'],
  ['GET', 'callback/credentials'],
  ['POST', 'callback/oidc'],
  ['POST', 'session'],
  ['POST', 'csrf'],
  ['GET', 'csrf/more'],
  ['HEAD', 'session'],
  ['GET', 'callback/email'],
  ['GET', '__proto__'],
  ['GET', ''],
])('%s %s is not served', (method, door) => {
  expect(isUsedDoor(method, door.split('/'), true)).toBe(false);
});

test('the reason of a failed sign-in is one plain word', () => {
  expect(['OAuthCallback', 'AccessDenied', null].map(isErrorWord)).toEqual([true, true, true]);
  expect(['', '中', 'a b', 'a\r\nb', 'a'.repeat(65)].map(isErrorWord)).toEqual([false, false, false, false, false]);
});

test('the way back is a path or an address of the web', () => {
  expect(['/', '/prescriptions?q=1', 'http://127.0.0.1:3000/x', null].map(isWayBack)).toEqual([true, true, true, true]);
  expect(['foo', 'http://[', 'javascript:alert(1)', ''].map(isWayBack)).toEqual([false, false, false, false]);
});
