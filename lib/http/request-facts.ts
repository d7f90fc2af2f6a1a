import { randomUUID } from 'node:crypto';
import { nearestAddress } from '#lib/domain/nearest-address';

const wellFormedId = /^[\w.:-]{8,128}$/;

/** The caller's `x-request-id` where it is a plain token, else a new one; it comes back in the answer, the log and the audit. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && wellFormedId.test(given) ? given : randomUUID();
}

/** The address that asked, as our own server wrote it down. */
export function addressOf(request: Request): string {
  return nearestAddress(request.headers.get('x-forwarded-for'));
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isMutation({ method }: Request): boolean {
  return !safeMethods.has(method);
}
