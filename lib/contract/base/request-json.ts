/** An answer that was not 2xx, or none at all (status 0): the text for the person, and the id to quote to the operator. */
export class Refused extends Error {
  readonly status: number;
  readonly requestId: string | null;
  /** The last part of the problem's type: the kind of refusal. */
  readonly code: string | null;

  constructor(status: number, title: string, requestId: string | null, code: string | null = null) {
    super(title);
    this.name = 'Refused';
    this.status = status;
    this.requestId = requestId;
    this.code = code;
  }
}

type Problem = { readonly type?: string; readonly title?: string; readonly requestId?: string };

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: Problem = await response.json();
    return body;
  } catch {
    return {};
  }
}

/** One way to our own server. Throws `Refused` for anything but a 2xx. */
async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Refused(0, 'offline', null);
  }
  if (!response.ok) {
    const { type, title, requestId } = await problemOf(response);
    const id = requestId ?? response.headers.get('x-request-id');
    throw new Refused(response.status, title ?? response.statusText, id, type?.split(':').at(-1) ?? null);
  }
  return response;
}

export async function requestJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const body: T = await (await request(path, init)).json();
  return body;
}

/** A file whose query must not be part of an address. */
export async function postForFile(path: string, body: unknown): Promise<Blob> {
  const headers = { 'content-type': 'application/json' };
  return (await request(path, { method: 'POST', headers, body: JSON.stringify(body) })).blob();
}

/** `key`: the same for a repeat of the same action, which then happens once. */
export function postJson<T>(path: string, body: unknown, key?: string): Promise<T> {
  return requestJson<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
    body: JSON.stringify(body),
  });
}

/** A query string of what is set; an empty filter gives an empty string. */
export function queryString(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const set = Object.entries(values).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}
