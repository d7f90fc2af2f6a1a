import type { DeadLetterGroup, DeadLetterGroups, ReadableIgnored } from '#lib/contract/dead-letters/dead-letter';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundGroup, findDeadLetterGroups, outgrownIgnored } from '#lib/db/dead-letters/find-dead-letter-groups';
import { countDeadLetters } from '#lib/db/dead-letters/find-dead-letters';
import type { Account } from '#lib/domain/access/account';
import { causePath } from '#lib/domain/dead-letters/dead-letter-cause-key';
import { trendOf } from '#lib/domain/flow/trend';
import { readNames } from '#lib/events/catalog';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import type { DeadLetterAsking } from './dead-letters.ts';

function groupOf(found: FoundGroup): DeadLetterGroup {
  const { fingerprint, cause, type, paths, sources, open, replaying, resolved, discarded, hours, days } = found;
  return {
    ...{ fingerprint, cause, type, sources },
    paths: [...new Set(paths.map(causePath))],
    counts: { open, replaying, resolved, discarded },
    trend: trendOf(hours, days),
    firstAt: found.firstAt.toISOString(),
    lastAt: found.lastAt.toISOString(),
    oldestAt: found.oldestAt?.toISOString() ?? null,
  };
}

/** The tenant's dead letters by cause, the latest cause first. With a state, only causes that have one of it; all counts either way. */
export async function listDeadLetterGroups({ scope }: Account, asking: DeadLetterAsking): Promise<DeadLetterGroups> {
  const { tenantId } = scope;
  const { cursor, limit, ...filter } = asking;
  const [lastAt, fingerprint] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = lastAt === undefined || fingerprint === undefined ? null : { lastAt, fingerprint };
  return inTenant(scope, async (tx) => {
    const { count, asOf } = await countDeadLetters(tx, tenantId, filter);
    const found = await findDeadLetterGroups(tx, tenantId, filter, { after, limit: limit + 1 });
    const items = found.slice(0, limit).map(groupOf);
    const last = items.at(-1);
    const nextCursor = found.length > limit && last ? encodeCursor([last.lastAt, last.fingerprint]) : null;
    return { items, nextCursor, total: count, asOf: asOf.toISOString() };
  });
}

/** Events that an older catalogue ignored and this one reads: after an upgrade, "41 ignored events can now be read". */
export async function readableIgnored({ scope }: Account): Promise<ReadableIgnored> {
  const { tenantId } = scope;
  return { items: await inTenant(scope, (tx) => outgrownIgnored(tx, tenantId, readNames)) };
}
