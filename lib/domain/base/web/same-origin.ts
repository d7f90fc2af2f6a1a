type RequestHeaders = { get(name: string): string | null };

/**
 * True where our own pages made the request (OWASP, "verifying origin"). Every browser sends `Origin` or `Sec-Fetch-Site` with a cross-site
 * POST, so a request with neither comes from a program that holds the session cookie itself, which no forged form can be. `Origin: null`
 * (sandboxed frame, privacy redirect) is a stranger.
 */
export function isSameOrigin(headers: RequestHeaders, ownOrigins: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin !== null) return ownOrigins.includes(origin);
  const referrer = headers.get('referer');
  if (referrer === null) return true;
  return URL.canParse(referrer) && ownOrigins.includes(new URL(referrer).origin);
}

/** The origins that are ours: the configured one, and the `Host` that the request came to, over its own scheme. */
export function originsOf(headers: RequestHeaders, configured: string | undefined): readonly string[] {
  const host = headers.get('host');
  const own = configured !== undefined && URL.canParse(configured) ? new URL(configured) : undefined;
  return [...(own ? [own.origin] : []), ...(host ? [`${own?.protocol ?? 'http:'}//${host}`] : [])];
}
