import type { Paged } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { EncounterRow } from '#lib/contract/connections/downstream';
import { inTenant } from '#lib/db/base/in-tenant';
import { findEncounters } from '#lib/db/prescriptions/find-encounters';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

/** A page of what was said of visits, newest first: read from the acts themselves. */
export function listEncounters({ scope }: Account, { cursor, limit }: Paged): Promise<Page<EncounterRow>> {
  const [before] = decodeCursor(cursor, ['number']) ?? [];
  return inTenant(scope, async (tx) => {
    const found = await findEncounters(tx, scope.tenantId, before ?? null, oneMore(limit));
    const { rows, nextCursor } = pageOf(found, limit, ({ seq }) => [String(seq)]);
    const items = rows.map(({ seq, at, ...same }) => ({ ...same, seq: Number(seq), at: at.toISOString() }));
    return { items, nextCursor };
  });
}
