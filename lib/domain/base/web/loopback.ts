import { inNetworks } from './client-ip.ts';

const isOfThisMachine = inNetworks(['127.0.0.0/8', '::1', '::ffff:127.0.0.0/104']);

/** True where a server on this host can be reached from this machine only. A name other than `localhost` may be anybody's. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || isOfThisMachine(host);
}
