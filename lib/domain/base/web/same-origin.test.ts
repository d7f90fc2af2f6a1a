import { expect, test } from 'vitest';
import { isSameOrigin, originsOf } from './same-origin.ts';

const own = ['http://127.0.0.1:3000'];
const judge = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), own);

test.each([
  ['our own page', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, true],
  ['our own page in an older browser', { referer: 'http://127.0.0.1:3000/prescriptions' }, true],
  ['a program with the cookie', {}, true],
  ['another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, false],
  ['another site in an older browser', { origin: 'https://evil.test' }, false],
  ['another site that hides its origin', { origin: 'null' }, false],
  ['another site that only lets the referrer through', { referer: 'https://evil.test/x' }, false],
  ['a referrer that is no address', { referer: 'x' }, false],
  ['a sibling of our host', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' }, false],
  ['the same host on another port', { origin: 'http://127.0.0.1:3001' }, false],
  ['the same host over another scheme', { origin: 'https://127.0.0.1:3000' }, false],
  ['an origin that only starts like ours', { origin: 'http://127.0.0.1:3000.evil.test' }, false],
])('a mutation asked by %s', (_who, headers, allowed) => {
  expect(judge(headers)).toBe(allowed);
});

test('ours are the configured origin and the host asked for, over the configured scheme', () => {
  const headers = new Headers({ host: 'rx.clinic.test' });
  expect(originsOf(headers, 'https://console.clinic.test/')).toEqual([
    'https://console.clinic.test',
    'https://rx.clinic.test',
  ]);
  expect(originsOf(headers, undefined)).toEqual(['http://rx.clinic.test']);
});
