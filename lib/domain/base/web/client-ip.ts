import { BlockList, isIP } from 'node:net';

/** `::ffff:10.0.0.1`, as a socket for both families reports it, is 10.0.0.1. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** One address, or a network as `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= longest));
}

/** True for an address of these networks, each of which `isNetwork`. */
export function inNetworks(networks: readonly string[]): (address: string) => boolean {
  const listed = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    listed.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return (address) => isIP(address) > 0 && listed.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/**
 * The client's address, from `x-forwarded-for` with the peer's own address at its end: the last address that is no proxy of ours. Addresses
 * that a client wrote into the header come before its own address and are never reached; where no proxy is trusted, the peer is the client,
 * whatever its network.
 */
export function clientIp(forwardedFor: string | null, isProxy: (address: string) => boolean): string {
  const addresses = (forwardedFor ?? '').split(',').map((address) => plain(address.trim()));
  const hops = addresses.filter((address) => address !== '');
  return hops.findLast((address) => !isProxy(address)) ?? hops[0] ?? 'unknown';
}
