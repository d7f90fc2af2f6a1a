import { expect } from '@playwright/test';
import { demoPassword } from '#prisma/demo';
import { CookieBrowser } from '#scripts/testing/cookie-browser';
import { test } from './support/journey.ts';

// Signing in as the contract describes it for programs: next-auth's credentials provider, over HTTP.
let base: string;

test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

async function tokenOf(browser: CookieBrowser): Promise<string> {
  const { csrfToken } = await (await browser.get(`${base}/api/auth/csrf`)).json();
  return csrfToken;
}

async function attempt(browser: CookieBrowser, email: string, password: string): Promise<Response> {
  const form = { csrfToken: await tokenOf(browser), email, password, json: 'true' };
  return browser.postOnce(`${base}/api/auth/callback/credentials`, form);
}

const faultIn = async (answer: Response) => new URL((await answer.json()).url).searchParams.get('error');
const sessionOf = async (browser: CookieBrowser) => (await browser.get(`${base}/api/auth/session`)).json();
const statusOf = async (browser: CookieBrowser) => (await browser.get(`${base}/api/prescriptions`)).status;

test('the session cookie is HttpOnly, SameSite=Lax, and says nothing of the person', async () => {
  const answer = await attempt(new CookieBrowser(), 'doctor@demo.test', demoPassword);
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('next-auth.session-token='));
  expect(cookie).toMatch(/; Path=\/;.* HttpOnly; SameSite=Lax$/);
  expect(cookie).not.toMatch(/doctor|demo|Ana/i);
});

test('a session says who one is and locks after fifteen idle minutes', async () => {
  const browser = new CookieBrowser();
  await attempt(browser, 'pharmacist@demo.test', demoPassword);
  const session = await sessionOf(browser);
  expect(session.user).toMatchObject({
    email: 'pharmacist@demo.test',
    role: 'pharmacist',
    inCharge: true,
    tenantName: 'Demo Clinic',
  });
  const minutes = (Date.parse(session.expires) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(13.5);
  expect(minutes).toBeLessThanOrEqual(15.1);
});

test('signing out ends the session at once, also for whoever kept the cookie', async () => {
  const browser = new CookieBrowser();
  await attempt(browser, 'doctor@demo.test', demoPassword);
  const thief = { headers: { cookie: browser.cookieHeader(base) } };
  expect(await statusOf(browser)).toBe(200);
  await browser.post(`${base}/api/auth/signout`, { csrfToken: await tokenOf(browser), json: 'true' });
  expect(await statusOf(browser)).toBe(401);
  expect((await fetch(`${base}/api/prescriptions`, thief)).status).toBe(401);
  expect(await (await fetch(`${base}/api/auth/session`, thief)).json()).toEqual({});
});

test('a wrong password and an unknown account hear the same', async () => {
  for (const email of ['doctor2@demo.test', `nobody-${crypto.randomUUID()}@demo.test`]) {
    const browser = new CookieBrowser();
    const answer = await attempt(browser, email, 'wrong');
    expect([answer.status, await faultIn(answer)]).toEqual([401, 'CredentialsSignin']);
    expect(await sessionOf(browser)).toEqual({});
  }
  expect((await attempt(new CookieBrowser(), 'doctor2@demo.test', demoPassword)).status).toBe(200);
});

test('guessing slows the account', async () => {
  const email = `nobody-${crypto.randomUUID()}@demo.test`;
  const faults: (string | null)[] = [];
  for (let time = 0; time < 6; time++) faults.push(await faultIn(await attempt(new CookieBrowser(), email, 'wrong')));
  expect(faults).toEqual([...Array(5).fill('CredentialsSignin'), 'SignInSlowed']);
});

test("a sign-in without next-auth's own token does not happen", async () => {
  const browser = new CookieBrowser();
  await browser.post(`${base}/api/auth/callback/credentials`, { email: 'doctor@demo.test', password: demoPassword });
  expect(await sessionOf(browser)).toEqual({});
});
