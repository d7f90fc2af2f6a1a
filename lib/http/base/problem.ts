/** RFC 9457. The words are fixed: they contain nothing of a request, a record or an error. */
export type ProblemExtras = { readonly paths?: readonly string[]; readonly retryAfterSeconds?: number };

const titles: Readonly<Record<string, string>> = {
  'signed-out': 'Sign in first.',
  'cross-site': 'This was not asked by our own pages.',
  'too-large': 'The request is larger than allowed.',
  internal: 'Something went wrong on our side.',
};

export function problem(
  status: number,
  code: string,
  requestId: string,
  title?: string,
  extras: ProblemExtras = {},
): Response {
  const { paths, retryAfterSeconds } = extras;
  const body = {
    ...{ type: `urn:scriptline:problem:${code}`, title: title ?? titles[code] ?? code, status, requestId },
    ...(paths ? { paths } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}
