import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { NewerSubject, ReplayChangeRow } from '#lib/contract/replays/replay';
import type { replayChangesList, replayNewerList } from '#lib/contract/replays/replays-list';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { findChanges, findNewer } from '#lib/db/replays/find-replay-rows';
import type { RunName } from '#lib/db/replays/replay-preview';
import { runById } from '#lib/db/replays/replay-runs';
import type { Account } from '#lib/domain/access/account';
import type { Json } from '#lib/domain/base/json/json';
import { NotFound } from '#lib/domain/base/refusal';
import { type ChangeGroup, changeGroup, modelsOf, rowChange } from '#lib/domain/replays/replay-change';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

type RunWithCounts = RunName & { readonly changed: Readonly<Record<string, number>> | null };
type Asking = { readonly group: ChangeGroup | null; readonly after: bigint | null; readonly limit: number };

/** Rows of the diff as an admin sees them. */
export async function changeRows(
  tx: Tx,
  run: RunWithCounts,
  { group, after, limit }: Asking,
): Promise<readonly ReplayChangeRow[]> {
  const models = group === null ? null : modelsOf(group, Object.keys(run.changed ?? {}));
  const found = await findChanges(tx, run, { models, after, limit });
  return found.map(({ place, model, key, before, after: now }) => {
    const parts: readonly Json[] = JSON.parse(key);
    return { id: String(place), model, group: changeGroup(model), ...rowChange(model, parts, before, now) };
  });
}

export async function newerRows(
  tx: Tx,
  run: RunName,
  page: { readonly after: { readonly model: string; readonly id: string } | null; readonly limit: number },
): Promise<readonly NewerSubject[]> {
  const found = await findNewer(tx, run, page);
  return found.map(({ model, id, newest, replayed }) => ({
    id: `${model} ${id}`,
    model,
    subject: id,
    newest,
    replayed,
  }));
}

/** A page of the predicted changes of a run, by their subject. */
export async function listChanges(
  { scope }: Account,
  id: string,
  { group, cursor, limit }: PageAsked<typeof replayChangesList>,
): Promise<Page<ReplayChangeRow>> {
  const [place] = decodeCursor(cursor, ['number']) ?? [];
  const after = place === undefined ? null : BigInt(place);
  return inTenant(scope, async (tx) => {
    const run = await runById(tx, scope.tenantId, id);
    if (!run) throw new NotFound();
    const found = await changeRows(tx, run, { group: group ?? null, after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.id]);
    return { items: rows, nextCursor };
  });
}

/** A page of the subjects that have newer events than the replayed ones. */
export async function listNewer(
  { scope }: Account,
  id: string,
  { cursor, limit }: PageAsked<typeof replayNewerList>,
): Promise<Page<NewerSubject>> {
  const [model, subject] = decodeCursor(cursor, ['text', 'text']) ?? [];
  const after = model !== undefined && subject !== undefined ? { model, id: subject } : null;
  return inTenant(scope, async (tx) => {
    const run = await runById(tx, scope.tenantId, id);
    if (!run) throw new NotFound();
    const found = await newerRows(tx, run, { after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.model, last.subject]);
    return { items: rows, nextCursor };
  });
}
