import type { PageAsked } from '#lib/contract/base/list';
import type { DeadLetterGroup, DeadLetterGroups, ReadableIgnored } from '#lib/contract/dead-letters/dead-letter';
import type { deadLetterGroupsList } from '#lib/contract/dead-letters/dead-letters-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundGroup, findDeadLetterGroups, outgrownIgnored } from '#lib/db/dead-letters/find-dead-letter-groups';
import { countDeadLetters } from '#lib/db/dead-letters/find-dead-letters';
import type { Account } from '#lib/domain/access/account';
import { causePath } from '#lib/domain/dead-letters/dead-letter-cause-key';
import { trendOf } from '#lib/domain/flow/trend';
import { readNames } from '#lib/events/catalog';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

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

/** The tenant's dead letters by what caused them, the cause that struck last first. With a state, only causes that have one of it; all counts either way. */
export async function listDeadLetterGroups(
  { scope }: Account,
  { cursor, limit, ...filter }: PageAsked<typeof deadLetterGroupsList>,
): Promise<DeadLetterGroups> {
  const { tenantId } = scope;
  const after = decodeCursor(cursor, ['instant', 'text']);
  return inTenant(scope, async (tx) => {
    const { count, asOf } = await countDeadLetters(tx, tenantId, filter);
    const found = await findDeadLetterGroups(tx, tenantId, filter, { after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.lastAt.toISOString(), last.fingerprint]);
    return { items: rows.map(groupOf), nextCursor, total: count, asOf: asOf.toISOString() };
  });
}

/** Events that an older catalogue ignored and this one reads: after an upgrade, "41 ignored events can now be read". */
export async function readableIgnored({ scope }: Account): Promise<ReadableIgnored> {
  const { tenantId } = scope;
  return { items: await inTenant(scope, (tx) => outgrownIgnored(tx, tenantId, readNames)) };
}
