import { describe, expect, test } from 'vitest';
import { localAddress, readEnvironment } from './environment.ts';

const read = (raw: Record<string, string>) => readEnvironment(raw, '/checkout');
const key = Buffer.alloc(32, 7).toString('base64');
const secrets = { AUTH_SECRET: 'a secret of sixteen and more', ENCRYPTION_KEY: key };
const url = 'postgresql://scriptline:pw@db.example:5432/scriptline';

describe('with nothing set', () => {
  test('it is the demo, on the embedded database, on port 3000 of this machine only', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/checkout/.data',
      outside: undefined,
      demo: true,
      demoPublic: false,
      publicUrl: 'http://127.0.0.1:3000',
      authSecret: undefined,
      encryptionKey: undefined,
    });
  });

  test('an empty value counts as none', () => {
    expect(read({ PORT: '', DATABASE_URL: '', SCRIPTLINE_DEMO: '' })).toEqual(read({}));
  });
});

describe('demo mode', () => {
  test('is off against a database of the operator, unless it is asked for', () => {
    expect(read({ ...secrets, DATABASE_URL: url }).demo).toBe(false);
    expect(read({ DATABASE_URL: url, SCRIPTLINE_DEMO: '1' }).demo).toBe(true);
    expect(read({ ...secrets, SCRIPTLINE_DEMO: '0' }).demo).toBe(false);
  });

  test.each(['AUTH_SECRET', 'ENCRYPTION_KEY'])('outside it %s is required', (name) => {
    expect(() => read({ ...secrets, DATABASE_URL: url, [name]: '' })).toThrow(`${name} is not set`);
  });
});

describe('the database', () => {
  test('is migrated over its own address, by default the one that serves', () => {
    expect(read({ ...secrets, DATABASE_URL: url }).outside).toEqual({ url, adminUrl: url });
    expect(read({ ...secrets, DATABASE_URL: url, DATABASE_ADMIN_URL: `${url}2` }).outside).toEqual({
      url,
      adminUrl: `${url}2`,
    });
  });
});

describe('a wrong value stops the start with a sentence that names it', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '30 00'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'db.example'],
    ['DATABASE_ADMIN_URL', 'no'],
    ['DATABASE_ADMIN_URL', url],
    ['SCRIPTLINE_DEMO', 'yes'],
    ['SCRIPTLINE_DEMO_PUBLIC', 'yes'],
    ['NEXTAUTH_URL', 'here'],
    ['AUTH_SECRET', 'short'],
    ['ENCRYPTION_KEY', 'c2hvcnQ='],
  ])('%s=%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`\\b${name} .*\\.$`));
  });

  test('and never repeats it', () => {
    expect(() => read({ AUTH_SECRET: 'hunter2', ENCRYPTION_KEY: 'hunter2' })).toThrow(/^(?!.*hunter2)/s);
  });
});

test.each([
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
  ['127.0.0.1', 'http://127.0.0.1:3000'],
])('what listens on %s is found at %s', (host, address) => {
  expect(localAddress(host, 3000)).toBe(address);
});
