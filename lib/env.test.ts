import { afterEach, expect, test, vi } from 'vitest';
import { env } from './env.ts';

afterEach(() => vi.unstubAllEnvs());

test('single sign-on that is configured by half stops the start with a sentence that names what is missing', () => {
  const complete = {
    ...{ DATABASE_URL: 'postgres://127.0.0.1/x', AUTH_SECRET: 'x'.repeat(32) },
    ...{ ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'), OIDC_ISSUER: 'https://id.example.test' },
  };
  for (const [name, value] of Object.entries(complete)) vi.stubEnv(name, value);
  expect(() => env()).toThrow(/OIDC_CLIENT_ID is missing.*OIDC_CLIENT_SECRET is missing/);
  vi.stubEnv('OIDC_CLIENT_ID', 'scriptline');
  expect(() => env()).toThrow(/: OIDC_CLIENT_SECRET is missing/);
  vi.stubEnv('OIDC_CLIENT_SECRET', 'secret');
  expect(env()).toMatchObject({ OIDC_CLIENT_ID: 'scriptline' });
});
