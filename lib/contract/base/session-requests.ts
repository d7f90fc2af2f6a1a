import { requestJson } from './request-json.ts';

type Csrf = { readonly csrfToken: string };

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const { csrfToken } = await requestJson<Csrf>('/api/auth/csrf');
  return fetch(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: '/', json: 'true' }),
  });
}

/** `slowed`: too many failures lately; the account or the address has to wait. */
export type SignInResult = 'signed-in' | 'refused' | 'slowed' | 'unreachable';

export async function postSignIn(email: string, password: string): Promise<SignInResult> {
  try {
    const response = await post('/api/auth/callback/credentials', { email, password });
    if (response.status === 429) return 'slowed';
    const answer: { url?: string } = await response.json();
    const error = new URL(answer.url ?? '/', window.location.origin).searchParams.get('error');
    if (response.ok && error === null) return 'signed-in';
    if (response.status >= 500) return 'unreachable';
    return error !== null && /slow|limit|many/i.test(error) ? 'slowed' : 'refused';
  } catch {
    return 'unreachable';
  }
}

export async function signOut(): Promise<void> {
  await post('/api/auth/signout', {});
}

/** Renews the fifteen minutes. False when the session has ended; true also when the server could not be reached. */
export async function renewSession(): Promise<boolean> {
  try {
    const session: { user?: unknown } | null = await requestJson('/api/auth/session');
    return session?.user !== undefined;
  } catch {
    return true;
  }
}

/** True where the operator has set up single sign-on. */
export async function organisationOffered(): Promise<boolean> {
  try {
    const providers = await requestJson<Readonly<Record<string, unknown>>>('/api/auth/providers');
    return providers['oidc'] !== undefined;
  } catch {
    return false;
  }
}

/** Leaves for the organisation's own sign-in; answers only when that can't be reached. */
export async function organisationSignIn(): Promise<'unreachable' | null> {
  try {
    const response = await post('/api/auth/signin/oidc', {});
    const { url }: { url?: string } = await response.json();
    if (url === undefined) return 'unreachable';
    window.location.assign(url);
    return null;
  } catch {
    return 'unreachable';
  }
}
