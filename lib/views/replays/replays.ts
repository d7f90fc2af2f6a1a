import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { ReplayDetail, ReplayPreview, ReplayRow } from '#lib/contract/replays/replay';
import type { replaysList } from '#lib/contract/replays/replays-list';
import { userNames } from '#lib/db/access/user-names';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { findRuns, type ReplayRun, runById } from '#lib/db/replays/replay-runs';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { type ChangeGroup, changeGroup } from '#lib/domain/replays/replay-change';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { changeRows, newerRows } from './replay-changes.ts';

const time = (at: Date | null) => at?.toISOString() ?? null;

function rowOf(run: ReplayRun, names: ReadonlyMap<string, string>): ReplayRow {
  const { id, name, reason, state, total, previewed, willProcess, willFail, willSkip } = run;
  const { done, failed, skipped, ratePerSecond } = run;
  const person = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? userId));
  return {
    ...{ id, name, reason, state, total, previewed, willProcess, willFail, willSkip },
    ...{ done, failed, skipped, ratePerSecond, remaining: total - done - failed - skipped },
    ...{ createdBy: person(run.createdBy), startedBy: person(run.startedBy) },
    ...{ createdAt: run.createdAt.toISOString(), startedAt: time(run.startedAt), endedAt: time(run.endedAt) },
  };
}

function peopleOf(runs: readonly ReplayRun[]): readonly string[] {
  return runs.flatMap(({ createdBy, startedBy }) => [createdBy, startedBy ?? '']);
}

function byGroup(changed: Readonly<Record<string, number>> | null): Readonly<Record<ChangeGroup, number>> {
  const counts = { prescriptions: 0, stock: 0, alerts: 0, 'follow-ups': 0, other: 0 };
  for (const [model, count] of Object.entries(changed ?? {})) counts[changeGroup(model)] += count;
  return counts;
}

async function detailOf(tx: Tx, run: ReplayRun): Promise<ReplayDetail> {
  const changed = byGroup(run.changed);
  return {
    ...rowOf(run, await userNames(tx, run.tenantId, peopleOf([run]))),
    ...{ bySource: run.bySource ?? {}, byType: run.byType ?? {}, byCause: run.byCause ?? {} },
    ...{ changed, changedRows: Object.values(changed).reduce((sum, count) => sum + count, 0) },
    newerSubjects: run.newerState,
  };
}

/** A page of the tenant's runs and previews, newest first unless asked otherwise. */
export async function listReplays(
  { scope }: Account,
  { state, sort = '-created', cursor, limit }: PageAsked<typeof replaysList>,
): Promise<Page<ReplayRow>> {
  const { tenantId } = scope;
  const after = decodeCursor(cursor, ['instant', 'text']);
  return inTenant(scope, async (tx) => {
    const found = await findRuns(tx, tenantId, { state, sort, after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.createdAt.toISOString(), last.id]);
    const names = await userNames(tx, tenantId, peopleOf(rows));
    return { items: rows.map((run) => rowOf(run, names)), nextCursor };
  });
}

/** One run: its progress, and its preview's prediction. */
export async function getReplay({ scope }: Account, id: string): Promise<ReplayDetail> {
  return inTenant(scope, async (tx) => {
    const run = await runById(tx, scope.tenantId, id);
    if (!run) throw new NotFound();
    return detailOf(tx, run);
  });
}

const first = 50;

/** The answer of a preview: its numbers with the first of its rows. While it is being made, `state` says so. */
export async function getPreview({ scope }: Account, id: string): Promise<ReplayPreview> {
  return inTenant(scope, async (tx) => {
    const run = await runById(tx, scope.tenantId, id);
    if (!run) throw new NotFound();
    const changes = await changeRows(tx, run, { group: null, after: null, limit: first });
    const newerState = await newerRows(tx, run, { after: null, limit: first });
    return { previewId: id, ...(await detailOf(tx, run)), changes, newerState };
  });
}
