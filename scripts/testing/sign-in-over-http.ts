import { demoPassword } from '#prisma/demo';
import { CookieBrowser } from './cookie-browser.ts';

/** Signs a demo account in at a running instance; answers the `Cookie` header. */
export async function signInOverHttp(baseUrl: string, email: string): Promise<string> {
  const browser = new CookieBrowser();
  const csrf = await browser.get(`${baseUrl}/api/auth/csrf`);
  const csrfAnswer: unknown = await csrf.json();
  const csrfToken = String(Reflect.get(Object(csrfAnswer), 'csrfToken'));
  const form = { csrfToken, email, password: demoPassword, json: 'true' };
  await browser.postOnce(`${baseUrl}/api/auth/callback/credentials`, form);
  const cookie = browser.cookieHeader(baseUrl);
  const answer = await fetch(`${baseUrl}/api/prescriptions?limit=1`, { headers: { cookie } });
  await answer.body?.cancel();
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie;
}
