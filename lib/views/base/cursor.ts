import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { Invalid } from '#lib/domain/base/refusal';

/** The kind of one part of a cursor, as its query reads it. */
export type CursorPart = 'instant' | 'day' | 'day or none' | 'number' | 'text';

const date = /^(?!0000)\d{4}-\d{2}-\d{2}/;
const sameDay = (text: string, instant: string) => {
  const at = new Date(instant);
  return date.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text.slice(0, 10);
};

const isDay = (text: string): boolean => text.length === 10 && sameDay(text, `${text}T00:00:00Z`);

const reads: Readonly<Record<CursorPart, (text: string) => boolean>> = {
  instant: (text) => /T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && sameDay(text, text),
  day: isDay,
  'day or none': (text) => text === '' || isDay(text),
  number: (text) => /^-?\d{1,18}$/.test(text),
  text: isStorableText,
};

/** A position in a list, as opaque text: the sort key of the last row of a page. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function written(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const plain = Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
    return plain ? value.map(String) : null;
  } catch {
    return null;
  }
}

/** Reads a cursor. Throws `Invalid` for one that this list does not hand out: another list's is refused, whatever it holds. */
export function decodeCursor(text: string | undefined, parts: readonly CursorPart[]): readonly string[] | null {
  if (text === undefined || text === '') return null;
  const read = written(text);
  if (read?.length === parts.length && parts.every((part, at) => reads[part](read[at] ?? ''))) return read;
  throw new Invalid(['cursor']);
}
