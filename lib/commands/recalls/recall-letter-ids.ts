import { createHash } from 'node:crypto';

/** The number of times that a recall letter that did not go out may be written. */
const mostLetters = 3;

/** The outbox ids of the letters of one case to one person, first to last: a second press finds the same ones. */
export function letterIds(tenantId: string, recallId: string, personId: string): readonly string[] {
  return Array.from({ length: mostLetters }, (_, again) => {
    const named = [tenantId, 'recall_letter', recallId, personId, ...(again === 0 ? [] : [again])];
    return `out_${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 24)}`;
  });
}

/** The id that the next letter gets: null while one is on its way, may have been sent, or was accepted, or when it failed too often. */
export function nextLetterId(ids: readonly string[], states: ReadonlyMap<string, string>): string | null {
  const next = ids.findIndex((id) => states.get(id) !== 'failed');
  const id = ids[next];
  return id === undefined || states.has(id) ? null : id;
}
