import type { Page } from '#lib/contract/base/page';
import { type HoldKind, holdKinds, type LegalHoldRow } from '#lib/contract/retention/retention';
import { userNames } from '#lib/db/access/user-names';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

const kindOf = (word: string): HoldKind => holdKinds.find((kind) => kind === word) ?? 'everything';

type Asking = { readonly cursor?: string | undefined; readonly limit: number };

/** Legal holds, the latest first: active ones and released ones. */
export function listHolds({ scope }: Account, { cursor, limit }: Asking): Promise<Page<LegalHoldRow>> {
  const { tenantId } = scope;
  const [at, after] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  return inTenant(scope, async (tx) => {
    const found = await tx.legalHold.findMany({
      where: {
        tenantId,
        ...(at === undefined || after === undefined
          ? {}
          : { OR: [{ placedAt: { lt: at } }, { placedAt: at, id: { gt: after } }] }),
      },
      orderBy: [{ placedAt: 'desc' }, { id: 'asc' }],
      take: limit + 1,
    });
    const shown = found.slice(0, limit);
    const names = await userNames(
      tx,
      tenantId,
      shown.flatMap(({ placedBy, releasedBy }) => [placedBy, releasedBy ?? '']),
    );
    const sources = await tx.source.findMany({ where: { tenantId }, select: { id: true, key: true } });
    const keyOf = new Map(sources.map(({ id, key }) => [id, key]));
    const items = shown.map((hold): LegalHoldRow => {
      const kind = kindOf(hold.kind);
      const { releasedAt, releasedBy, releaseReason } = hold;
      return {
        ...{ id: hold.id, kind, reason: hold.reason },
        subject: kind === 'source' ? (keyOf.get(hold.subjectId ?? '') ?? hold.subjectId) : hold.subjectId,
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
