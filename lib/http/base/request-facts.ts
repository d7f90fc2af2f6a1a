import { randomUUID } from 'node:crypto';
import { clientIp, inNetworks } from '#lib/domain/base/web/client-ip';
import { env } from '#lib/env';

const wellFormedId = /^[\w.:-]{8,128}$/;

/** The caller's `x-request-id` where it is a plain token, else a new one; it comes back in the answer, the log and the audit. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && wellFormedId.test(given) ? given : randomUUID();
}

let isProxy: ((address: string) => boolean) | undefined;

/** The client's address, as our own server or a proxy that the operator trusts wrote it down. */
export function addressOf(request: Request): string {
  isProxy ??= inNetworks(env().TRUSTED_PROXIES);
  return clientIp(request.headers.get('x-forwarded-for'), isProxy);
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isMutation({ method }: Request): boolean {
  return !safeMethods.has(method);
}
