import { demoPassword } from '#prisma/demo';
import { CookieBrowser } from '#scripts/testing/cookie-browser';
import { CannotStart } from './cannot-start.ts';

type Files = { readonly products: string; readonly patients: string };

/** Signs in as the pharmacist in charge and imports the clinic's directories by the same two requests as the screen: what it would do, then exactly that. */
export async function importDirectories(baseUrl: string, files: Files): Promise<void> {
  const cookie = await signedIn(baseUrl, 'pharmacist@demo.test');
  for (const kind of ['products', 'patients'] as const) {
    const post = (query: string) =>
      fetch(`${baseUrl}/api/${kind}/import?${query}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'text/csv', origin: new URL(baseUrl).origin },
        body: files[kind],
      });
    const preview: unknown = await (await post('preview=1')).json();
    const answer = await post(`digest=${String(Reflect.get(Object(preview), 'digest'))}`);
    await answer.body?.cancel();
    if (answer.status !== 200)
      throw new CannotStart(`The demo cannot be played: the import of ${kind} answered ${answer.status}.`);
  }
}

async function signedIn(baseUrl: string, email: string): Promise<string> {
  const browser = new CookieBrowser();
  const csrf: unknown = await (await browser.get(`${baseUrl}/api/auth/csrf`)).json();
  const csrfToken = String(Reflect.get(Object(csrf), 'csrfToken'));
  const form = { csrfToken, email, password: demoPassword, json: 'true' };
  await browser.postOnce(`${baseUrl}/api/auth/callback/credentials`, form);
  return browser.cookieHeader(baseUrl);
}
