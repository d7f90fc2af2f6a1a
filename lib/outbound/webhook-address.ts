import { lookup } from 'node:dns/promises';
import { isPrivateAddress } from './private-address.ts';

/**
 * `public`: https to an address on the internet only. `allowed`: that, and the hosts that the operator has named (`host` or `host:port`),
 * which may be private and speak plain http, as a hospital's own systems do. `anywhere` is for addresses that the operator has set, and for
 * tests.
 */
export type WebhookReach = 'public' | 'anywhere' | { readonly allowed: readonly string[] };

/** The address to connect to: the name was resolved once, and a second answer of the DNS cannot lead elsewhere. */
export type Destination = {
  readonly url: URL;
  readonly address: { readonly address: string; readonly family: number };
};

export type AddressFault = 'not-https' | 'private-address' | 'unknown-host';

type Found =
  | { readonly ok: true; readonly destination: Destination }
  | { readonly ok: false; readonly fault: AddressFault };

const no = (fault: AddressFault): Found => ({ ok: false, fault });

function isOpen(url: URL, reach: WebhookReach): boolean {
  if (typeof reach === 'string') return reach === 'anywhere';
  return reach.allowed.includes(url.hostname.toLowerCase()) || reach.allowed.includes(url.host.toLowerCase());
}

/** Resolves the address of a webhook, or says why it may not be called. */
export async function destinationOf(text: string, reach: WebhookReach): Promise<Found> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return no('not-https');
  const open = isOpen(url, reach);
  if (!open && url.protocol !== 'https:') return no('not-https');
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  const [address] = found;
  if (address === undefined) return no('unknown-host');
  if (!open && found.some((one) => isPrivateAddress(one.address))) return no('private-address');
  return { ok: true, destination: { url, address } };
}
