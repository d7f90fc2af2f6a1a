const ours = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^(?:::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * Who asked, out of `x-forwarded-for` with the peer's own address at its end: the last address that is not of a private network. A proxy of ours
 * stands in a private one and is passed over; what a client wrote stands before his own address and is never reached.
 */
export function nearestAddress(forwardedFor: string | null): string {
  const addresses = (forwardedFor ?? '').split(',').map((address) => address.trim());
  return addresses.findLast((address) => address !== '' && !ours.test(address)) ?? (addresses.at(-1) || 'unknown');
}
