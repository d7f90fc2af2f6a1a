import { within } from './client-ip.ts';

const isOfThisMachine = within(['127.0.0.0/8', '::1', '::ffff:127.0.0.0/104']);

/** Whether what listens on this host is reached by this machine alone. A name other than `localhost` may be anybody's. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || isOfThisMachine(host);
}
