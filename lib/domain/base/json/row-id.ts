/**
 * A row id made of several ids: `medication:stk_1|LOT-2026-04`. Ids are opaque, so a bar inside one is written `%7C` (and `%` as `%25`):
 * two different lists of parts never make the same row id.
 */
export function rowId(...parts: readonly (string | number)[]): string {
  return parts.map(part).join('|');
}

function part(id: string | number): string {
  const text = String(id);
  return text.includes('|') || text.includes('%') ? text.replaceAll('%', '%25').replaceAll('|', '%7C') : text;
}
