import type { Page } from '#lib/contract/base/page';
import { type HoldKind, holdKinds, type LegalHoldRow } from '#lib/contract/retention/retention';
import { userNames } from '#lib/db/access/user-names';
import { inTenant } from '#lib/db/base/in-tenant';
import { sourceNames } from '#lib/db/connections/source-names';
import { findHolds } from '#lib/db/retention/legal-holds';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

const kindOf = (word: string): HoldKind => holdKinds.find((kind) => kind === word) ?? 'everything';

type Asking = { readonly cursor?: string | undefined; readonly limit: number };

/** Legal holds, the latest first: active ones and released ones. */
export function listHolds({ scope }: Account, { cursor, limit }: Asking): Promise<Page<LegalHoldRow>> {
  const { tenantId } = scope;
  const [at, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const place = at === undefined || id === undefined ? null : { at, id };
  return inTenant(scope, async (tx) => {
    const found = await findHolds(tx, tenantId, place, limit + 1);
    const shown = found.slice(0, limit);
    const names = await userNames(
      tx,
      tenantId,
      shown.flatMap(({ placedBy, releasedBy }) => [placedBy, releasedBy ?? '']),
    );
    const sources = await sourceNames(tx, tenantId);
    const items = shown.map((hold): LegalHoldRow => {
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
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.placedAt.toISOString(), last.id]) : null };
  });
}
