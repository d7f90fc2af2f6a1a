import type { WireFormatName } from '#lib/domain/base/system';
import type { Opened } from '#lib/domain/ledger/envelope';
import { wireFormats } from './index.ts';

/** Bytes that were verified when they came, with what was kept of their headers; `index` is the event's place in a batch. */
export type KeptBytes = {
  /** Null: our own, or a source that is gone. */
  readonly format: WireFormatName | null;
  /** Null: no longer retained. */
  readonly raw: Uint8Array | null;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly index: number | null;
};

/** Opens kept bytes as their receipt did. Null: there is nothing that could be opened. */
export function reopen({ format, raw, contentType, headers, index }: KeptBytes): Opened | null {
  if (format === null || raw === null) return null;
  const kept = new Map(
    Object.entries({ ...(contentType === null ? {} : { 'content-type': contentType }), ...headers }),
  );
  const { events } = wireFormats[format].open(raw, { get: (name) => kept.get(name) ?? null });
  return events[index ?? 0] ?? null;
}
