import { demoPassword } from '#prisma/demo';
import { CookieBrowser } from '#scripts/testing/cookie-browser';

/** Signs a demo account in over HTTP, and answers how it posts JSON: as a screen of the product does. */
export async function signedIn(
  address: string,
  email: string,
): Promise<{
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
}> {
  const browser = new CookieBrowser();
  const { csrfToken } = Object(await (await browser.get(`${address}/api/auth/csrf`)).json());
  const form = { email, password: demoPassword, csrfToken: String(csrfToken), json: 'true' };
  await (await browser.postOnce(`${address}/api/auth/callback/credentials`, form)).body?.cancel();
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { cookie: browser.cookieHeader(address), origin: address, 'content-type': 'application/json' };
    const answer = await fetch(`${address}${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
