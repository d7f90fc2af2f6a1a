import { BlockList, isIP } from 'node:net';

/** `::ffff:10.0.0.1`, as a socket for both families tells it, is 10.0.0.1. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** One address, or a network as `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= longest));
}

/** Whether an address is of these networks, each of which `isNetwork`. */
export function within(networks: readonly string[]): (address: string) => boolean {
  const listed = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    listed.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return (address) => isIP(address) > 0 && listed.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Who asked, out of `x-forwarded-for` with the peer's own address at its end: the last address that is no proxy of ours. What a client wrote himself
 * stands before his own address and is never reached; where no proxy is trusted, the peer is who asked, whatever network he is in.
 */
export function clientIp(forwardedFor: string | null, isProxy: (address: string) => boolean): string {
  const addresses = (forwardedFor ?? '').split(',').map((address) => plain(address.trim()));
  const told = addresses.filter((address) => address !== '');
  return told.findLast((address) => !isProxy(address)) ?? told[0] ?? 'unknown';
}
