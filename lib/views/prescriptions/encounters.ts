import type { Page } from '#lib/contract/base/page';
import type { EncounterRow } from '#lib/contract/connections/downstream';
import { inTenant } from '#lib/db/base/in-tenant';
import { findEncounters } from '#lib/db/prescriptions/find-encounters';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

/** A page of the reports on encounters, newest first: read from the actions themselves. */
export function listEncounters(
  { scope }: Account,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<EncounterRow>> {
  const [before] = decodeCursor(cursor, ['number']) ?? [];
  return inTenant(scope, async (tx) => {
    const found = await findEncounters(tx, scope.tenantId, before ?? null, limit + 1);
    const items = found
      .slice(0, limit)
      .map(({ seq, at, ...same }) => ({ ...same, seq: Number(seq), at: at.toISOString() }));
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? encodeCursor([String(last.seq)]) : null };
  });
}
