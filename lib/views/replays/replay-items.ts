import type { Page } from '#lib/contract/base/page';
import type { ReplayItemRow } from '#lib/contract/replays/replay';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundItem, findItems } from '#lib/db/replays/find-replay-rows';
import { runById } from '#lib/db/replays/replay-runs';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { deadLetterCauses } from '#lib/domain/dead-letters/dead-letter';
import type { ReplayOutcome } from '#lib/domain/replays/replay';
import { csvFile } from '#lib/views/base/csv-file';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

function rowOf({ seq, sourceKey, cause, settledAt, ...same }: FoundItem): ReplayItemRow {
  return {
    ...same,
    ...{ id: String(seq), seq: Number(seq), source: sourceKey, settledAt: settledAt?.toISOString() ?? null },
    cause: deadLetterCauses.find((one) => one === cause) ?? null,
  };
}

type Asking = {
  readonly outcome?: ReplayOutcome | 'waiting' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of a run's events, each with its predicted and its actual outcome. */
export async function listReplayItems({ scope }: Account, id: string, asking: Asking): Promise<Page<ReplayItemRow>> {
  const { tenantId } = scope;
  const [seq] = decodeCursor(asking.cursor, ['number']) ?? [];
  const { outcome = null, limit } = asking;
  const page = { outcome, after: seq === undefined ? null : BigInt(seq), limit: limit + 1 };
  return inTenant(scope, async (tx) => {
    if (!(await runById(tx, tenantId, id))) throw new NotFound();
    const found = await findItems(tx, { tenantId, id }, page);
    const items = found.slice(0, limit).map(rowOf);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? encodeCursor([last.seq]) : null };
  });
}

/** The same events, in the same order, as a file. */
export function replayItemsCsv(account: Account, id: string, asking: Asking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: `replay-${id}`,
      columns: [
        'seq',
        'source',
        'type',
        'cause',
        'predicted',
        'predicted why',
        'outcome',
        'why',
        'paths',
        'settled at',
      ],
      page: (cursor) => listReplayItems(account, id, { ...asking, cursor, limit: 200 }),
      line: (row) => [
        ...[row.seq, row.source, row.type, row.cause, row.predicted, row.predictedWhy, row.outcome, row.why],
        ...[row.paths.join('; '), row.settledAt],
      ],
    },
    requestId,
  );
}
