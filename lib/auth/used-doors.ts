/** The routes of next-auth that this product uses. It has others: pages of its own in HTML, and one that writes anything sent to it into the log. */
const always: ReadonlySet<string> = new Set([
  'GET csrf',
  'GET session',
  'GET providers',
  'GET signin',
  'GET error',
  'POST callback/credentials',
  'POST signout',
]);

/** Those of the organisation's own sign-in, where it is set up. */
const withOidc: ReadonlySet<string> = new Set(['POST signin/oidc', 'GET callback/oidc']);

export function isUsedDoor(method: string, segments: readonly string[], oidc: boolean): boolean {
  const door = `${method} ${segments.join('/')}`;
  return always.has(door) || (oidc && withOidc.has(door));
}

/** The word that says why a sign-in failed. next-auth writes it into a header as it came. */
export function isErrorWord(error: string | null): boolean {
  return error === null || /^\w{1,64}$/.test(error);
}

/** The address to go to after a sign-in: a path, or an address of the web. next-auth takes anything else for a fault of ours. */
export function isWayBack(url: string | null): boolean {
  return url === null || (/^(\/|https?:\/\/)/.test(url) && URL.canParse(url, 'http://localhost'));
}
