import type { Tx } from '#lib/db/base/in-tenant';
import { askedTooMuch, databaseIsAway, sqlState } from '#lib/db/base/sql-state';
import { stagedProjections } from '#lib/db/ledger/projections/staged-projections';
import { isStored, storedTables } from '#lib/db/ledger/projections/stored-tables';
import { saveSubjects } from '#lib/db/ledger/settle-events';
import { applyTo } from '#lib/db/overview/apply-changes';
import { replayEvents } from '#lib/db/replays/replay-events';
import {
  keepDifference,
  keepNewer,
  type PredictedOutcome,
  type Speaking,
  savePredictions,
  setAfter,
} from '#lib/db/replays/replay-preview';
import type { ReplayRun } from '#lib/db/replays/replay-runs';
import type { Meaning } from '#lib/domain/ledger/meaning';
import type { TableName } from '#lib/domain/ledger/tables';
import { predictLinks } from '#lib/processing/patients/auto-link-patients';
import { evaluateReplay, type ReplayVerdict } from './evaluate-replay.ts';
import { predictionOf } from './prediction.ts';
import type { Replaying } from './replaying.ts';

const atOnce = 256;

/** The subjects that a person looks after: a warning is given when they have newer events than the replayed ones. */
const lookedAfter: ReadonlySet<TableName> = new Set([
  ...(['prescription', 'dispense', 'dispensation', 'return', 'stockItem', 'lot'] as const),
  ...(['recallCase', 'pharmacyOrder', 'medicationRequest', 'patient'] as const),
]);

function speaking({ effect }: Meaning): readonly Speaking[] {
  return (effect?.changes ?? []).flatMap(({ table, id, at }) => {
    if (!lookedAfter.has(table)) return [];
    const model = table === 'prescription' ? 'Prescription' : isStored(table) ? storedTables[table].model : null;
    return model === null ? [] : [{ model, id, at }];
  });
}

/** The effects of running it: the outcome of each event of its set, and every row that would differ. The same fold over the same reading as the run. */
export async function dryRunReplay(
  tx: Tx,
  run: ReplayRun,
  { interpret }: Replaying,
  reaching: (previewed: number) => Promise<void>,
): Promise<void> {
  const draft = stagedProjections(tx, run.tenantId);
  const draw = async (meanings: readonly Meaning[]) => {
    await applyTo(
      draft,
      meanings.flatMap(({ effect }) => effect ?? []),
    );
    await saveSubjects(
      draft,
      meanings.map(({ settled }) => settled),
    );
  };
  let lowest = 0;
  const apply = (meanings: readonly Meaning[]) =>
    draft.trying(async () => {
      await draw(meanings);
      const links = await predictLinks(draft, meanings, lowest);
      await draw(links);
      lowest -= links.length;
    });
  let after = 0n;
  let previewed = 0;
  for (;;) {
    const seqs = await setAfter(tx, run, after, atOnce);
    const last = seqs.at(-1);
    if (last === undefined) break;
    const read = new Map<bigint, ReplayVerdict>();
    const fallen = new Map<bigint, PredictedOutcome>();
    for (const event of await replayEvents(tx, run.tenantId, seqs, 'preview')) {
      try {
        read.set(event.seq, evaluateReplay(event, run, interpret));
      } catch (error) {
        fallen.set(event.seq, fallsOver(event.seq, error));
      }
    }
    const meanings = [...read.values()].flatMap((judged) => ('meaning' in judged ? [judged.meaning] : []));
    const applied = await applyOrAlone(meanings, apply, (seq, error) => fallen.set(seq, fallsOver(seq, error)));
    await keepNewer(tx, run, applied.flatMap(speaking));
    await savePredictions(
      tx,
      run,
      seqs.map((seq) => {
        const judged = read.get(seq);
        return fallen.get(seq) ?? predictionOf(seq, judged ?? { skip: 'no-longer-there' });
      }),
    );
    after = last;
    previewed += seqs.length;
    await reaching(previewed);
  }
  await keepDifference(draft, run);
}

function fallsOver(seq: bigint, error: unknown): PredictedOutcome {
  if (databaseIsAway(error) || askedTooMuch(error)) throw error;
  const code = sqlState(error) ?? (error instanceof Error ? error.name : 'unknown');
  return { seq, predicted: 'fail', why: `retries-exhausted: ${code}` };
}

/** Together, or each alone when that fails: as the run itself does it. Returns the applied ones. */
async function applyOrAlone(
  meanings: readonly Meaning[],
  apply: (meanings: readonly Meaning[]) => Promise<void>,
  failed: (seq: bigint, error: unknown) => void,
): Promise<readonly Meaning[]> {
  try {
    await apply(meanings);
    return meanings;
  } catch (error) {
    if (databaseIsAway(error) || askedTooMuch(error)) throw error;
  }
  const applied: Meaning[] = [];
  for (const meaning of meanings) {
    try {
      await apply([meaning]);
      applied.push(meaning);
    } catch (error) {
      failed(meaning.settled.seq, error);
    }
  }
  return applied;
}
