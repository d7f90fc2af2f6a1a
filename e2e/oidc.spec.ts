import { expect } from '@playwright/test';
import { CookieBrowser } from '#scripts/testing/cookie-browser';
import { type Instance, startInstance } from '#scripts/testing/instance';
import { type OidcPeer, startOidcProvider } from '#scripts/testing/oidc';
import { test } from './support/journey.ts';

// Single sign-on against a real OpenID provider, over real HTTP on both sides. An instance of its own, because the others are started without one.
let provider: OidcPeer;
let instance: Instance;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  provider = await startOidcProvider();
  instance = await startInstance(provider.env);
});
test.afterAll(async () => {
  await instance.stop();
  await provider.stop();
});

async function beginSignIn(browser: CookieBrowser): Promise<URL> {
  const { csrfToken } = await (await browser.get(`${instance.baseUrl}/api/auth/csrf`)).json();
  const form = { csrfToken, callbackUrl: `${instance.baseUrl}/sign-in`, json: 'true' };
  const answer = await browser.post(`${instance.baseUrl}/api/auth/signin/oidc`, form);
  return new URL((await answer.json()).url);
}

/** Asks the provider for its page and says who one is; the last answer is the console's. */
async function signInAs(browser: CookieBrowser, who: string): Promise<Response> {
  const page = await browser.get((await beginSignIn(browser)).href);
  return browser.post(page.url, { who });
}

const sessionOf = async (browser: CookieBrowser) => (await browser.get(`${instance.baseUrl}/api/auth/session`)).json();

test('the sign-in asks for PKCE, state and nonce, and for nothing but who one is', async () => {
  const asked = await beginSignIn(new CookieBrowser());
  expect(asked.origin).toBe(provider.env.OIDC_ISSUER);
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce'])
    expect(asked.searchParams.get(name), name).toMatch(/^[\w-]{20,}$/);
  expect(asked.searchParams.get('scope')).toBe('openid email');
});

test('a person whom the provider vouches for is signed in as the account of that address', async () => {
  const browser = new CookieBrowser();
  await signInAs(browser, 'Pharmacist@demo.test');
  expect(await sessionOf(browser)).toMatchObject({
    user: { email: 'pharmacist@demo.test', role: 'pharmacist', tenantName: 'Demo Clinic' },
  });
});

for (const [kind, who] of [
  ['is unknown here', 'stranger@demo.test'],
  ['has an address that the provider did not verify', 'unverified:doctor@demo.test'],
] as const) {
  test(`a person who ${kind} is refused, on the sign-in page`, async () => {
    const browser = new CookieBrowser();
    const end = await signInAs(browser, who);
    expect(end.url).toBe(`${instance.baseUrl}/sign-in?error=OidcUnknownAccount`);
    expect(await sessionOf(browser)).toEqual({});
  });
}

test("somebody else's answer of the provider signs nobody in", async () => {
  const attacker = new CookieBrowser();
  const page = await attacker.get((await beginSignIn(attacker)).href);
  const stolen = await attacker.postOnce(page.url, { who: 'doctor@demo.test' });
  const callback = await attacker.getOnce(stolen.headers.get('location') ?? '');
  const code = new URL(callback.headers.get('location') ?? '').searchParams.get('code');
  expect(code).toMatch(/^[\w-]{20,}$/);
  const victim = new CookieBrowser();
  await beginSignIn(victim);
  const end = await victim.get(callback.headers.get('location') ?? '');
  expect(new URL(end.url).searchParams.get('error')).toMatch(/^(OAuth)?Callback$/);
  expect(await sessionOf(victim)).toEqual({});
});
