import type { Json } from './json.ts';
import { type NumberSpan, scanJson } from './scan-json.ts';

export type ParsedJson =
  | { readonly ok: true; readonly value: Json }
  | {
      readonly ok: false;
      readonly paths: readonly string[];
      readonly reason: 'not-utf-8' | 'syntax' | 'too-deep' | 'too-many-parts';
    };

/** Strict about UTF-8; skips a byte order mark, as RFC 8259 section 8.1 allows a receiver to. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a sender's bytes, whatever they are, without throwing and without holding the event loop. A number that a
 * double would change becomes the text it was written as. What parses may still be unfit to store: see unstorable.
 */
export function parseJson(raw: Uint8Array): ParsedJson {
  const text = decode(raw);
  if (text === null) return { ok: false, paths: ['$'], reason: 'not-utf-8' };
  const scan = scanJson(text);
  if (!scan.ok) return { ok: false, paths: ['$'], reason: scan.reason };
  try {
    const value: Json = JSON.parse(scan.inexact.length === 0 ? text : quoteNumbers(text, scan.inexact));
    return { ok: true, value };
  } catch {
    return { ok: false, paths: ['$'], reason: 'syntax' };
  }
}

function decode(raw: Uint8Array): string | null {
  try {
    return utf8.decode(raw);
  } catch {
    return null;
  }
}

function quoteNumbers(text: string, spans: readonly NumberSpan[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start), '"', text.slice(start, end), '"');
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
