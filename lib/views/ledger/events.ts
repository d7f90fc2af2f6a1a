import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { EventRow } from '#lib/contract/ledger/event';
import type { eventsList } from '#lib/contract/ledger/events-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundEvent, findEvents } from '#lib/db/ledger/find-events';
import type { Account } from '#lib/domain/access/account';
import { deadLetterCauses } from '#lib/domain/dead-letters/dead-letter';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

const time = (at: Date | null) => at?.toISOString() ?? null;

export function eventRow(found: FoundEvent): EventRow {
  return {
    seq: Number(found.seq),
    messageId: found.messageId,
    type: found.type,
    wireType: found.wireType,
    source: found.sourceKey,
    status: ledgerStatuses.find((status) => status === found.status) ?? 'received',
    cause: deadLetterCauses.find((cause) => cause === found.cause) ?? null,
    paths: found.paths ?? [],
    unreadable: found.unreadable ?? [],
    occurredAt: time(found.occurredAt),
    receivedAt: found.receivedAt.toISOString(),
    processedAt: time(found.processedAt),
    attempts: found.attempts,
    nextAttemptAt: time(found.nextAttemptAt),
    duplicates: found.duplicates,
    purgedAt: time(found.purgedAt),
  };
}

/** A page of the tenant's stream, newest first unless asked otherwise: ids, codes and times only. */
export async function listEvents({ scope }: Account, asked: PageAsked<typeof eventsList>): Promise<Page<EventRow>> {
  const { cursor, limit, sort = '-received', ...filter } = asked;
  const [after = null] = decodeCursor(cursor, ['number']) ?? [];
  const query = { tenantId: scope.tenantId, filter, sort, after, limit: oneMore(limit) };
  const found = await inTenant(scope, (tx) => findEvents(tx, query));
  const { rows, nextCursor } = pageOf(found, limit, ({ seq }) => [String(seq)]);
  return { items: rows.map(eventRow), nextCursor };
}
