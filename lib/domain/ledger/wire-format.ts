import type { WireFormatName } from '#lib/domain/base/system';
import type { OpenedBody } from './envelope.ts';

/** Header names are lower case; a repeated header is joined with ", " as the Fetch standard does. */
export type WireHeaders = { get(name: string): string | null };

export type SignatureFault = 'missing' | 'malformed' | 'stale' | 'no-secret' | 'mismatch';
export type SignatureVerdict = { readonly ok: true } | { readonly ok: false; readonly fault: SignatureFault };

/** The signing and wrapping of one kind of source. Both functions are pure and never throw, whatever the bytes. */
export type WireFormat = {
  readonly name: WireFormatName;
  /** The headers worth keeping with the row: ids and times, never a signature or a secret. */
  readonly keptHeaders: readonly string[];
  /** Judges the raw bytes against every live secret, in constant time. `now` is the receiver's clock in unix seconds. */
  readonly verify: (raw: Uint8Array, headers: WireHeaders, secrets: readonly string[], now: number) => SignatureVerdict;
  /** Opens bytes that were verified. An envelope that cannot be opened comes back as a rejection, never as an exception. */
  readonly open: (raw: Uint8Array, headers: WireHeaders) => OpenedBody;
};
