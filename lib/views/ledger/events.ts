import type { Page } from '#lib/contract/base/page';
import type { EventFilter, EventRow } from '#lib/contract/ledger/event';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundEvent, findEvents } from '#lib/db/ledger/find-events';
import type { Account } from '#lib/domain/access/account';
import { deadLetterCauses } from '#lib/domain/dead-letters/dead-letter';
import { ledgerStatuses } from '#lib/domain/ledger/ledger';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

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

export type EventAsking = EventFilter & { readonly cursor?: string | undefined; readonly limit: number };

/** A page of the tenant's stream, newest first: ids, codes and times only. */
export async function listEvents({ scope }: Account, asking: EventAsking): Promise<Page<EventRow>> {
  const { tenantId } = scope;
  const [beforeSeq] = decodeCursor(asking.cursor, ['number']) ?? [null];
  const { q, type, status, source, from, to, repeated, unreadable, limit } = asking;
  const query = {
    ...{ tenantId, q, type, status, source, from, to },
    repeated: repeated === 'yes',
    unreadable: unreadable === 'yes',
    beforeSeq: beforeSeq ?? null,
    limit: limit + 1,
  };
  const found = await inTenant(scope, (tx) => findEvents(tx, query));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([String(last.seq)]) : null;
  return { items: shown.map(eventRow), nextCursor };
}
