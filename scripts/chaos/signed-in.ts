import { demoPassword } from '#prisma/demo';
import { CookieBrowser } from '#scripts/testing/cookie-browser';

/** Signs a demo account in over HTTP, and answers how it asks and posts JSON, as a screen of the product does; `ask` takes any answer, also a refusal. */
export async function signedIn(
  address: string,
  email: string,
): Promise<{
  ask(path: string, body?: object): Promise<Response>;
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
}> {
  const browser = new CookieBrowser();
  const { csrfToken } = Object(await (await browser.get(`${address}/api/auth/csrf`)).json());
  const form = { email, password: demoPassword, csrfToken: String(csrfToken), json: 'true' };
  await (await browser.postOnce(`${address}/api/auth/callback/credentials`, form)).body?.cancel();
  const ask = (path: string, body?: object): Promise<Response> => {
    const headers = { cookie: browser.cookieHeader(address), origin: address, 'content-type': 'application/json' };
    return fetch(`${address}${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
  };
  const read = async (path: string, body?: object): Promise<unknown> => {
    const answer = await ask(path, body);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  return { ask, get: read, post: read };
}
