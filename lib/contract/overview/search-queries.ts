import { postJson } from '#lib/contract/base/request-json';
import type { SearchAnswer } from './search.ts';

/** By POST: the query may be a person's name, and names have no place in an address. */
export function fetchSearch(q: string): Promise<SearchAnswer> {
  return postJson('/api/search', { q });
}
