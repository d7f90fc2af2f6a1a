import { hashAfter } from '#lib/db/ledger/audit/audit-chain';
import { canonicalJson } from '#lib/domain/base/json/canonical';
import type { Json } from '#lib/domain/base/json/json';

/** A link of one stock item's chain: its entry, and the entry's content when it was sealed. */
export type RegisterLink = {
  readonly place: number;
  readonly entryId: string;
  readonly content: string;
  readonly hash: string;
};

export type RegisterHead = { readonly place: number; readonly hash: string };
export const emptyRegister: RegisterHead = { place: 0, hash: '' };

/** One spelling of an entry: its registers with the ledger numbers that decided them left out, since a rebuild may decide the same by another. */
export function entryContent(registers: Readonly<Record<string, { readonly v: Json; readonly at: string }>>): string {
  const fields = Object.entries(registers).filter(([name]) => name !== '_');
  return canonicalJson(Object.fromEntries(fields.map(([name, { v, at }]) => [name, { v, at }])));
}

export function registerHash(
  tenantId: string,
  stockItemId: string,
  head: RegisterHead,
  entryId: string,
  content: string,
): string {
  return hashAfter(head.hash, { tenantId, stockItemId, place: head.place + 1, entryId, content });
}

/** `missing`: a link was removed or moved; `changed`: a link differs from the sealed content. */
export type BrokenLink = { readonly place: number; readonly kind: 'missing' | 'changed' };

/** Follows a chain over its next links, in order; returns the new head, or the first broken one. */
export function followRegister(
  tenantId: string,
  stockItemId: string,
  head: RegisterHead,
  links: readonly RegisterLink[],
): RegisterHead | BrokenLink {
  let last = head;
  for (const { place, entryId, content, hash } of links) {
    if (place !== last.place + 1) return { place: last.place + 1, kind: 'missing' };
    if (registerHash(tenantId, stockItemId, last, entryId, content) !== hash) return { place, kind: 'changed' };
    last = { place, hash };
  }
  return last;
}
