import type { Tx } from '#lib/db/base/in-tenant';
import { lastProcessedSeq } from '#lib/db/ledger/ledger-rows';
import { stagedProjections } from '#lib/db/ledger/projections/staged-projections';
import { replaceSubjects } from '#lib/db/ledger/replace-subjects';
import { applyTo } from '#lib/db/overview/apply-changes';
import { replaceRows } from '#lib/db/overview/replace-rows';
import {
  addRows,
  createRowsTable,
  isFoldedTable,
  keepPlan,
  lookAtRowsOf,
  planAfter,
  previewSheet,
  processedOf,
} from '#lib/db/replays/reinterpret-plan';
import { replayEvents } from '#lib/db/replays/replay-events';
import { keepDifference, savePredictions, setAfter } from '#lib/db/replays/replay-preview';
import type { ReplayRun } from '#lib/db/replays/replay-runs';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { predictLinks } from '#lib/processing/patients/auto-link-patients';
import { evaluateReinterpretation } from './evaluate-reinterpretation.ts';
import { predictionOf } from './prediction.ts';
import { foldOnto, readableOf } from './reinterpret-fold.ts';
import type { Replaying } from './replaying.ts';

const atOnce = 256;
const sweptAtOnce = 1_000;
const replacedAtOnce = 500;

type Reaching = (previewed: number) => Promise<void>;

/** The run's own events, part by part, with their meaning today. */
async function eachPart(
  tx: Tx,
  run: ReplayRun,
  { interpret }: Replaying,
  work: (
    seqs: readonly bigint[],
    read: ReadonlyMap<bigint, ReturnType<typeof evaluateReinterpretation>>,
  ) => Promise<void>,
): Promise<void> {
  for (let after = 0n; ; ) {
    const seqs = await setAfter(tx, run, after, atOnce);
    const last = seqs.at(-1);
    if (last === undefined) return;
    const events = await replayEvents(tx, run.tenantId, seqs, 'preview');
    await work(seqs, new Map(events.map((event) => [event.seq, evaluateReinterpretation(event, interpret)])));
    after = last;
  }
}

const meaningsIn = (read: ReadonlyMap<bigint, ReturnType<typeof evaluateReinterpretation>>): readonly Meaning[] =>
  [...read.values()].flatMap((judged) => ('meaning' in judged ? [judged.meaning] : []));

/**
 * Finds the affected rows: those that still depend on an event of the run, those that one names today, and those in which facts disagree.
 * Each is discarded and folded anew from all that the tenant's events mean today: the result of a rebuild, for these rows only. The whole
 * ledger of the tenant is read for it, since no index knows every row that an event names; only the differing rows are stored, as the run's
 * plan.
 */
export async function dryRunReinterpretation(
  tx: Tx,
  run: ReplayRun,
  replaying: Replaying,
  reaching: Reaching,
): Promise<void> {
  await createRowsTable(tx);
  await lookAtRowsOf(tx, run);
  await eachPart(tx, run, replaying, async (seqs, read) => {
    await savePredictions(
      tx,
      run,
      seqs.map((seq) => predictionOf(seq, read.get(seq) ?? { skip: 'no-longer-there' })),
    );
    const named = [...read].flatMap(([seq, judged]) =>
      'meaning' in judged ? (judged.meaning.effect?.changes ?? []).map(({ table, id }) => ({ table, id, seq })) : [],
    );
    await addRows(
      tx,
      named.filter(({ table }) => isFoldedTable(table)),
    );
    await reaching(0);
  });
  await sweep(tx, run, replaying, reaching);
  await keepPlan(tx, run);

  const draft = stagedProjections(tx, run.tenantId);
  for (let part = await planAfter(tx, run, undefined, replacedAtOnce); part.length > 0; ) {
    await replaceRows(draft, part);
    await reaching(run.total);
    part = await planAfter(tx, run, part.at(-1), replacedAtOnce);
  }
  let lowest = 0;
  await eachPart(tx, run, replaying, async (_, read) => {
    const meanings = meaningsIn(read);
    await replaceSubjects(
      draft,
      meanings.map(({ settled }) => settled),
    );
    const links = await predictLinks(draft, meanings, lowest);
    await applyTo(
      draft,
      links.flatMap(({ effect }) => effect ?? []),
    );
    await replaceSubjects(
      draft,
      links.map(({ settled }) => settled),
    );
    lowest -= links.length;
  });
  await keepDifference(draft, run);
}

/** Reads every processed event of the tenant and folds its claims on the affected rows. The progress is reported as a share of the run's own events. */
async function sweep(tx: Tx, run: ReplayRun, { interpret }: Replaying, reaching: Reaching): Promise<void> {
  const sheet = previewSheet(tx);
  const end = await lastProcessedSeq(tx, run.tenantId);
  for (let after = 0n; ; ) {
    const rows = await processedOf(tx, run.tenantId, after, sweptAtOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    await foldOnto(sheet, readableOf(rows, interpret));
    after = last.seq;
    await reaching(Math.floor((run.total * Number(after)) / Number(end)));
  }
}
