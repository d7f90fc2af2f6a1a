import type { DeadLetterPage, DeadLetterRow } from '#lib/contract/dead-letters/dead-letter';
import { inTenant } from '#lib/db/base/in-tenant';
import { countDeadLetters, type FoundDeadLetter, findDeadLetters } from '#lib/db/dead-letters/find-dead-letters';
import type { Account } from '#lib/domain/access/account';
import type { DeadLetterFilter } from '#lib/domain/dead-letters/dead-letter-filter';
import { csvFile } from '#lib/views/base/csv-file';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

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

export type DeadLetterAsking = DeadLetterFilter & { readonly cursor?: string | undefined; readonly limit: number };

/** A page of the tenant's dead letters, newest event first, and how many there are in all: ids, codes and times only. */
export async function listDeadLetters({ scope }: Account, asking: DeadLetterAsking): Promise<DeadLetterPage> {
  const { tenantId } = scope;
  const { cursor, limit, ...filter } = asking;
  const [before] = decodeCursor(cursor, ['number']) ?? [];
  const beforeSeq = before === undefined ? null : BigInt(before);
  return inTenant(scope, async (tx) => {
    const { count, asOf } = await countDeadLetters(tx, tenantId, filter);
    const found = await findDeadLetters(tx, tenantId, filter, { beforeSeq, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(deadLetterRow),
      nextCursor: found.length > limit && last ? encodeCursor([String(last.seq)]) : null,
      total: count,
      asOf: asOf.toISOString(),
    };
  });
}

const columns = [
  'seq',
  'messageId',
  'type',
  'source',
  'state',
  'cause',
  'paths',
  'receivedAt',
  'openedAt',
  'settledAt',
  'attempts',
  'episodes',
];

/** The same rows, filter and order as a file. */
export function deadLettersCsv(account: Account, filter: DeadLetterFilter, requestId: string): Promise<Response> {
  const page = (cursor: string | undefined) => listDeadLetters(account, { ...filter, cursor, limit: 200 });
  const line = (row: DeadLetterRow) => [
    ...[row.seq, row.messageId, row.type, row.source, row.state, row.cause, row.paths.join('; ')],
    ...[row.receivedAt, row.openedAt, row.settledAt, row.attempts, row.episodes],
  ];
  return csvFile(account, { name: 'dead-letters', columns, page, line }, requestId);
}
