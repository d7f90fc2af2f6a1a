import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';
import type { Opened } from '#lib/domain/ledger/envelope';
import { digestOfBytes, keyOfDigest } from './digest.ts';

export type Legible = {
  /** The sender's id, where it could be read. */
  readonly messageId: string | null;
  readonly wireType: string | null;
  readonly digest: string;
  /** Where null, the digest replaces it: the same content is then still a duplicate. */
  readonly dedupeKey: string | null;
};

/** A signed event that cannot be used, with all that could be read of it. */
export function unopened(legible: Legible, cause: DeadLetterCause, paths: readonly string[]): Opened {
  const { digest, wireType } = legible;
  const key = keyOfDigest(digest);
  return {
    ok: false,
    messageId: legible.messageId ?? key,
    dedupeKey: legible.dedupeKey ?? key,
    wireType,
    digest,
    rejection: { cause, paths },
  };
}

/** Bytes that are not JSON, or are JSON of a hostile shape. */
export function notJson(raw: Uint8Array, paths: readonly string[], messageId: string | null = null): Opened {
  return unopened({ messageId, dedupeKey: messageId, wireType: null, digest: digestOfBytes(raw) }, 'not-json', paths);
}
