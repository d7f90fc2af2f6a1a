import type { Paged } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { PurgeCheck, PurgeRunRow, PurgeRunState } from '#lib/contract/retention/retention';
import { userNames } from '#lib/db/access/user-names';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { findPurgeRuns, purgeCounts, purgeRunById } from '#lib/db/retention/find-purge-runs';
import { hashOfTombstones } from '#lib/db/retention/purge-hash';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { csvFile } from '#lib/views/base/csv-file';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

const states: readonly PurgeRunState[] = ['running', 'paused', 'done', 'stopped'];
const isState = (word: string): word is PurgeRunState => states.some((state) => state === word);

/** Runs with their counts, the latest first. */
export async function readRuns(
  tx: Tx,
  tenantId: string,
  where: { readonly before?: bigint | undefined; readonly open?: true },
  limit: number,
): Promise<readonly PurgeRunRow[]> {
  const found = await findPurgeRuns(tx, tenantId, where, limit);
  const ids = found.map(({ id }) => id);
  const counts = await purgeCounts(tx, tenantId, ids);
  const names = await userNames(
    tx,
    tenantId,
    found.flatMap(({ startedBy }) => startedBy ?? []),
  );
  return found.map((run) => ({
    id: Number(run.id),
    state: isState(run.state) ? run.state : 'stopped',
    asOf: run.asOf.toISOString(),
    receivedBefore: run.receivedBefore?.toISOString() ?? null,
    by: run.startedBy === null ? null : (names.get(run.startedBy) ?? run.startedBy),
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    ...{ total: run.total, looked: run.looked, removed: run.removed, hash: run.hash },
    types: counts
      .filter(({ runId }) => runId === run.id)
      .map(({ type, removed, held, unsettled, outlived, later }) => ({
        type,
        removed,
        held,
        unsettled,
        outlived,
        later,
      })),
  }));
}

/** A page of the tenant's purges, the latest first. */
export function listRuns({ scope }: Account, { cursor, limit }: Paged): Promise<Page<PurgeRunRow>> {
  const [before] = decodeCursor(cursor, ['number']) ?? [];
  return inTenant(scope, async (tx) => {
    const found = await readRuns(
      tx,
      scope.tenantId,
      before === undefined ? {} : { before: BigInt(before) },
      oneMore(limit),
    );
    const { rows, nextCursor } = pageOf(found, limit, ({ id }) => [id]);
    return { items: rows, nextCursor };
  });
}

const columns = [
  ...[
    'run',
    'state',
    'startedAt',
    'finishedAt',
    'asOf',
    'by',
    'type',
    'removed',
    'held',
    'unsettled',
    'outlived',
    'later',
    'hash',
  ],
];

/** The records as a file: a line for each run and type. */
export function runsCsv(account: Account, requestId: string): Promise<Response> {
  type Line = { readonly run: PurgeRunRow; readonly at: number };
  return csvFile<Line>(
    account,
    {
      name: 'purge-runs',
      columns,
      page: async (cursor) => {
        const { items, nextCursor } = await listRuns(account, { cursor, limit: 100 });
        return { items: items.flatMap((run) => run.types.map((_, at) => ({ run, at }))), nextCursor };
      },
      line: ({ run, at }) => {
        const one = run.types[at];
        return [
          ...[run.id, run.state, run.startedAt, run.finishedAt, run.asOf, run.by, one?.type ?? ''],
          ...[one?.removed ?? 0, one?.held ?? 0, one?.unsettled ?? 0, one?.outlived ?? 0, one?.later ?? 0, run.hash],
        ];
      },
    },
    requestId,
  );
}

/** True where a run's record matches the deletion records it left: the chain of digests, computed anew from the ledger. */
export function checkRun({ scope }: Account, id: number): Promise<PurgeCheck> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const run = await purgeRunById(tx, tenantId, BigInt(id));
    if (!run) throw new NotFound();
    const { hash, events } = await hashOfTombstones(tx, tenantId, run.id);
    return { matches: hash === run.hash && events === run.removed, events };
  });
}
