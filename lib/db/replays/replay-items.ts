import type { Tx } from '#lib/db/base/in-tenant';
import type { ReplayOutcome } from '#lib/domain/replays/replay';
import type { RunName } from './replay-preview.ts';

export type Settlement = {
  readonly seq: bigint;
  readonly outcome: ReplayOutcome;
  /** The reason why it was skipped, or the cause of its failure. */
  readonly why: string | null;
  readonly paths: readonly string[];
  readonly attempts: number;
};

/** The next events of a run that wait for their outcome, in the order of the ledger. */
export async function waitingItems(tx: Tx, { tenantId, id }: RunName, limit: number): Promise<readonly bigint[]> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`
    select seq from "ReplayItem" where "tenantId" = ${tenantId} and "runId" = ${id} and outcome is null order by seq limit ${limit}`;
  return rows.map(({ seq }) => seq);
}

/** The events among these that still wait in the run; the run is locked until the transaction ends. None when the run was stopped in between. */
export async function stillWaiting(
  tx: Tx,
  { tenantId, id }: RunName,
  seqs: readonly bigint[],
): Promise<readonly bigint[]> {
  const [run] = await tx.$queryRaw<{ state: string }[]>`
    select state from "ReplayRun" where "tenantId" = ${tenantId} and id = ${id} for update`;
  if (run?.state !== 'running') return [];
  const items = await tx.$queryRaw<{ seq: bigint }[]>`
    select seq from "ReplayItem" where "tenantId" = ${tenantId} and "runId" = ${id} and seq = any(${[...seqs]}::bigint[]) and outcome is null
    order by seq`;
  return items.map(({ seq }) => seq);
}

/**
 * Records the outcome of some events of a run, each once, with the run's totals; the pace moves on by as many. Processed dead letters are
 * resolved; skipped ones return to their state before the run.
 */
export async function settleItems(
  tx: Tx,
  { tenantId, id, ratePerSecond }: RunName & { readonly ratePerSecond: number | null },
  all: readonly Settlement[],
): Promise<void> {
  if (all.length === 0) return;
  const of = (outcome: ReplayOutcome) => all.flatMap((one) => (one.outcome === outcome ? [one.seq] : []));
  await tx.$executeRaw`
    update "ReplayItem" i set outcome = r.outcome, why = r.why, paths = array(select jsonb_array_elements_text(r.paths::jsonb)), attempts = r.attempts,
      "settledAt" = clock_timestamp()
    from unnest(${all.map((one) => one.seq)}::bigint[], ${all.map((one) => one.outcome)}::text[], ${all.map((one) => one.why)}::text[],
      ${all.map((one) => JSON.stringify(one.paths))}::text[], ${all.map((one) => one.attempts)}::int[]) as r(seq, outcome, why, paths, attempts)
    where i."tenantId" = ${tenantId} and i."runId" = ${id} and i.seq = r.seq`;
  await tx.$executeRaw`
    update "DeadLetter" set state = 'resolved', "settledAt" = clock_timestamp(), "replayRunId" = null
    where "tenantId" = ${tenantId} and seq = any(${of('done')}::bigint[]) and state in ('open', 'replaying')`;
  await tx.$executeRaw`
    update "DeadLetter" set state = 'open', "replayRunId" = null
    where "tenantId" = ${tenantId} and seq = any(${of('skipped')}::bigint[]) and state = 'replaying' and "replayRunId" = ${id}`;
  await tx.$executeRaw`
    update "ReplayRun" set done = done + ${of('done').length}, failed = failed + ${of('failed').length}, skipped = skipped + ${of('skipped').length},
      "paceAt" = greatest("paceAt", now() - interval '1 second') + make_interval(secs => ${all.length / (ratePerSecond ?? 1)}::float8)
    where "tenantId" = ${tenantId} and id = ${id}`;
}

/** Lets the runs that wait for their turn go before this one. */
export async function requeueRun(tx: Pick<Tx, '$executeRaw'>, { tenantId, id }: RunName): Promise<void> {
  await tx.$executeRaw`
    update "ReplayRun" set "paceAt" = greatest("paceAt", clock_timestamp()) where "tenantId" = ${tenantId} and id = ${id} and state = 'running'`;
}

/** Ends a run that has nothing left. */
export async function endRun(tx: Tx, { tenantId, id }: RunName): Promise<void> {
  await tx.$executeRaw`
    update "ReplayRun" set state = 'done', "endedAt" = clock_timestamp() where "tenantId" = ${tenantId} and id = ${id} and state = 'running'`;
}

/** True where live events wait to be processed; and the milliseconds after which the next run may go on (null: none runs). */
export async function replayBacklog(
  tx: Pick<Tx, '$queryRaw'>,
): Promise<{ readonly live: boolean; readonly dueInMs: number | null }> {
  const [row] = await tx.$queryRaw<{ live: boolean; due: number | null }[]>`
    select exists (select from "LedgerEvent" where status = 'received' and "nextAttemptAt" <= now()) as live,
      (select extract(epoch from min("paceAt") - now()) * 1000 from "ReplayRun" where state = 'running')::float8 as due`;
  return { live: row?.live ?? false, dueInMs: row?.due == null ? null : Math.max(0, row.due) };
}
