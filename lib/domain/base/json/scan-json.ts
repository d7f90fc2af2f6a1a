import { losesDigits } from './exact-number.ts';

/** Deeper than any real event by far, and far from where recursion over the parsed value overflows. */
export const deepest = 64;
/** Values and members in one body. A full 1 MB batch of real events has about half as many. */
export const mostParts = 100_000;
/** The number of parts that a long number counts as: reading and quoting its digits takes as long (measured: 10 to 13). */
const longNumberParts = 10;

export type JsonScan =
  | { readonly ok: true; readonly inexact: readonly NumberSpan[] }
  | { readonly ok: false; readonly reason: 'too-deep' | 'too-many-parts' };

/** The position of a number whose digits a double would not keep. */
export type NumberSpan = { readonly start: number; readonly end: number };

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * One pass over JSON text before it is parsed: how deep, how many parts, and which numbers must be kept as text.
 * Linear whatever the text. It does not judge the grammar, which is the parser's.
 */
export function scanJson(text: string): JsonScan {
  const inexact: NumberSpan[] = [];
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === openObject || code === openArray) {
      parts += 1;
      depth += 1;
      if (depth > deepest) return { ok: false, reason: 'too-deep' };
    } else if (code === closeObject || code === closeArray) depth -= 1;
    else if (code === comma || code === colon) {
      parts += 1;
      if (parts > mostParts) return { ok: false, reason: 'too-many-parts' };
    } else if (code === minus || (code >= zero && code <= nine)) {
      const end = endOfNumber(text, at);
      if (isLong(text, at, end)) {
        parts += longNumberParts;
        if (losesDigits(text.slice(at, end))) inexact.push({ start: at, end });
      }
      at = end - 1;
    }
  }
  return { ok: true, inexact };
}

/** The index of the closing quote, or the end of the text where there is none. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (at - 1 - before) % 2 === 1;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isNumberPart(text.charCodeAt(end))) end += 1;
  return end;
}

/** Digits and `+ - . e E`. */
function isNumberPart(code: number): boolean {
  return (
    (code >= zero && code <= nine) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === minus
  );
}

/** Only a number of 16 characters or with an exponent can lose anything; all others are not even sliced. */
function isLong(text: string, start: number, end: number): boolean {
  if (end - start > 15) return true;
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) | 0x20) === 0x65) return true;
  return false;
}
