import type { Paged } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import { type HoldKind, holdKinds, type LegalHoldRow } from '#lib/contract/retention/retention';
import { userNames } from '#lib/db/access/user-names';
import { inTenant } from '#lib/db/base/in-tenant';
import { sourceNames } from '#lib/db/connections/source-names';
import { findHolds } from '#lib/db/retention/legal-holds';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

const kindOf = (word: string): HoldKind => holdKinds.find((kind) => kind === word) ?? 'everything';

/** Legal holds, the latest first: those that stand and those that were released. */
export function listHolds({ scope }: Account, { cursor, limit }: Paged): Promise<Page<LegalHoldRow>> {
  const { tenantId } = scope;
  const [at, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const place = at === undefined || id === undefined ? null : { at, id };
  return inTenant(scope, async (tx) => {
    const found = await findHolds(tx, tenantId, place, oneMore(limit));
    const { rows, nextCursor } = pageOf(found, limit, ({ placedAt, id }) => [placedAt.toISOString(), id]);
    const names = await userNames(
      tx,
      tenantId,
      rows.flatMap(({ placedBy, releasedBy }) => [placedBy, releasedBy ?? '']),
    );
    const sources = await sourceNames(tx, tenantId);
    const items = rows.map((hold): LegalHoldRow => {
      const kind = kindOf(hold.kind);
      const { releasedAt, releasedBy, releaseReason } = hold;
      return {
        ...{ id: hold.id, kind, reason: hold.reason },
        subject: kind === 'source' ? (sources.get(hold.subjectId ?? '')?.key ?? hold.subjectId) : hold.subjectId,
        from: hold.from?.toISOString() ?? null,
        to: hold.to?.toISOString() ?? null,
        placedBy: names.get(hold.placedBy) ?? hold.placedBy,
        placedAt: hold.placedAt.toISOString(),
        released:
          releasedAt === null || releasedBy === null
            ? null
            : { by: names.get(releasedBy) ?? releasedBy, at: releasedAt.toISOString(), reason: releaseReason ?? '' },
      };
    });
    return { items, nextCursor };
  });
}
