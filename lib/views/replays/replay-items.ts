import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { ReplayItemRow } from '#lib/contract/replays/replay';
import type { replayItemsList } from '#lib/contract/replays/replays-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { type FoundItem, findItems } from '#lib/db/replays/find-replay-rows';
import { runById } from '#lib/db/replays/replay-runs';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { deadLetterCauses } from '#lib/domain/dead-letters/dead-letter';
import { decodeCursor } from '#lib/views/base/cursor';
import type { Cells } from '#lib/views/base/list-file';
import { oneMore, pageOf } from '#lib/views/base/page-of';

function rowOf({ seq, sourceKey, cause, settledAt, ...same }: FoundItem): ReplayItemRow {
  return {
    ...same,
    ...{ id: String(seq), seq: Number(seq), source: sourceKey, settledAt: settledAt?.toISOString() ?? null },
    cause: deadLetterCauses.find((one) => one === cause) ?? null,
  };
}

/** A page of a replay's events in the order of the ledger, each with what was predicted and what became of it. */
export async function listReplayItems(
  { scope }: Account,
  id: string,
  { outcome, sort = 'seq', cursor, limit }: PageAsked<typeof replayItemsList>,
): Promise<Page<ReplayItemRow>> {
  const { tenantId } = scope;
  const after = decodeCursor(cursor, ['number']);
  return inTenant(scope, async (tx) => {
    if (!(await runById(tx, tenantId, id))) throw new NotFound();
    const found = await findItems(tx, { tenantId, id }, { outcome, sort, after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, ({ seq }) => [String(seq)]);
    return { items: rows.map(rowOf), nextCursor };
  });
}

export const replayItemCells: Cells<ReplayItemRow> = [
  ['seq', (row) => row.seq],
  ['source', (row) => row.source],
  ['type', (row) => row.type],
  ['cause', (row) => row.cause],
  ['predicted', (row) => row.predicted],
  ['predicted why', (row) => row.predictedWhy],
  ['outcome', (row) => row.outcome],
  ['why', (row) => row.why],
  ['paths', (row) => row.paths.join('; ')],
  ['settled at', (row) => row.settledAt],
];
