import type { PageAsked } from '#lib/contract/base/list';
import type { DeadLetterPage, DeadLetterRow } from '#lib/contract/dead-letters/dead-letter';
import type { deadLettersList } from '#lib/contract/dead-letters/dead-letters-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { countDeadLetters, type FoundDeadLetter, findDeadLetters } from '#lib/db/dead-letters/find-dead-letters';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor } from '#lib/views/base/cursor';
import type { Cells } from '#lib/views/base/list-file';
import { oneMore, pageOf } from '#lib/views/base/page-of';

export function deadLetterRow(found: FoundDeadLetter): DeadLetterRow {
  const { seq, sourceKey, receivedAt, openedAt, settledAt, ...same } = found;
  return {
    ...same,
    seq: Number(seq),
    source: sourceKey,
    receivedAt: receivedAt.toISOString(),
    openedAt: openedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

/** A page of the tenant's dead letters, newest event first unless asked otherwise, and how many there are in all: ids, codes and times only. */
export async function listDeadLetters(
  { scope }: Account,
  { cursor, limit, sort = '-received', ...filter }: PageAsked<typeof deadLettersList>,
): Promise<DeadLetterPage> {
  const { tenantId } = scope;
  const after = decodeCursor(cursor, ['number']);
  return inTenant(scope, async (tx) => {
    const { count, asOf } = await countDeadLetters(tx, tenantId, filter);
    const found = await findDeadLetters(tx, tenantId, filter, { sort, after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, ({ seq }) => [String(seq)]);
    return { items: rows.map(deadLetterRow), nextCursor, total: count, asOf: asOf.toISOString() };
  });
}

export const deadLetterCells: Cells<DeadLetterRow> = [
  ['seq', (row) => row.seq],
  ['messageId', (row) => row.messageId],
  ['type', (row) => row.type],
  ['source', (row) => row.source],
  ['state', (row) => row.state],
  ['cause', (row) => row.cause],
  ['paths', (row) => row.paths.join('; ')],
  ['receivedAt', (row) => row.receivedAt],
  ['openedAt', (row) => row.openedAt],
  ['settledAt', (row) => row.settledAt],
  ['attempts', (row) => row.attempts],
  ['episodes', (row) => row.episodes],
];
