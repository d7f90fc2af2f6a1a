import { Invalid } from '#lib/domain/refusal';

/** A place in a list, as opaque text: the sort key of the last row of a page. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Reads a cursor of `length` parts back. Throws `Invalid` when it is not one of ours. */
export function decodeCursor(text: string | undefined, length: number): readonly string[] | null {
  if (text === undefined || text === '') return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === length) return value.map(String);
  } catch {
    // Not JSON: refused below, like any other text that we did not hand out.
  }
  throw new Invalid(['cursor']);
}
