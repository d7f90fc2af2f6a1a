import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import type { ReplayRun } from '#lib/db/replays/replay-runs';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { difference, everyRow, predictedRows } from '#scripts/testing/every-row';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { byLane } from '#scripts/testing/lane';
import { processAll } from '#scripts/testing/processing';
import { begun, previewed, ran, refusing } from '#scripts/testing/replays';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { nastyHistory } from '#scripts/testing/stories/nasty-history';

const runs = byLane({ quick: 4, full: 10, nightly: 25 });
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
}, 60_000);
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const outcomesOf = ({ id }: ReplayRun, column: 'predicted' | 'outcome') =>
  everyone.rows<{ seq: string; what: string; why: string | null }>(
    `select seq, ${column} as what, ${column === 'predicted' ? '"predictedWhy"' : 'why'} as why from "ReplayItem" where "runId" = $1 order by seq`,
    [id],
  );

/** Patients with an id that one entry of the directory has: their arrival links them. */
const known: readonly NewEvent[] = ['kn1', 'kn2', 'kn3'].flatMap((id) => [
  newEvent(
    'standard',
    inventedEvent('scriptline.patient.recorded', {
      id: `recorded_${id}`,
      data: { recordId: `dir:${id}`, name: 'Known', externalId: `mrn-${id}` },
    }),
    true,
  ),
  newEvent(
    'photon',
    inventedEvent('photon-prescription-created', {
      ...{ id: `arrives_${id}`, subject: `rx_${id}` },
      data: { id: `rx_${id}`, patient: { id: `pat_${id}`, externalId: `mrn-${id}` } },
    }),
  ),
]);

/** An action that a run itself writes has a number and a time of its own: the prediction covers all the rest. */
function withoutMade(lines: readonly string[], seqs: ReadonlySet<string>): readonly string[] {
  return lines
    .map((line) =>
      line
        .replace(/"at":"[^"]*","by":(-?\d+)/g, (all, by: string) => (seqs.has(by) ? all : '"at":"made","by":"made"'))
        .replace(/^(EventSubject \[.*), "[^"]*", (-?\d+)\]/, (all, said: string, seq: string) =>
          seqs.has(seq) ? all : `${said}, made]`,
        )
        .replace(/"seq":(-?\d+)(.*)"occurredAt":"[^"]*"/g, (all, seq: string, rest: string) =>
          seqs.has(seq) ? all : `"seq":"made"${rest}"occurredAt":"made"`,
        ),
    )
    .sort();
}

const history = [...nastyHistory(), ...known];
/** Events that no catalogue reads, that none names, or that cannot be opened: they fail or are skipped, and hold nothing back. */
const hopeless: readonly NewEvent[] = [
  newEvent(
    'medication-service',
    inventedEvent('medication.dispensing.completed.v1', { id: 'hopeless_1', data: { dispenseId: 7 } }),
  ),
  newEvent('medication-service', inventedEvent('medication.prescription.held.v1', { id: 'hopeless_2', data: {} })),
];

type Case = { readonly order: readonly NewEvent[]; readonly dead: ReadonlySet<string>; readonly asked: number };

const cases: fc.Arbitrary<Case> = fc
  .record({
    order: fc.shuffledSubarray([...history, ...hopeless], { minLength: Math.floor(history.length / 2) }),
    share: fc.integer({ min: 1, max: 9 }),
    salt: fc.nat(1_000),
    asked: fc.integer({ min: 2, max: 10 }),
  })
  .map(({ order, share, salt, asked }) => ({
    order,
    dead: new Set(order.flatMap(({ messageId }, index) => ((index * 7 + salt) % 10 < share ? [messageId] : []))),
    asked,
  }));

test('for any history and any set of dead letters the preview writes nothing, and its diff equals, row for row, what running it changes', async () => {
  let changed = 0;
  let linked = 0;
  await fc.assert(
    fc
      .asyncProperty(cases, async ({ order, dead, asked }) => {
        await appendToLedger(order);
        await processAll(refusing((messageId) => dead.has(messageId)));
        const letters = await everyone.rows<{ seq: string }>('select seq from "DeadLetter" order by seq');
        const chosen = letters.filter((_, index) => index % 10 < asked).map(({ seq }) => Number(seq));
        const before = await everyRow(everyone);
        const seqs = new Set((await everyone.rows('select seq from "LedgerEvent"')).map(({ seq }) => String(seq)));
        const run = await previewed({ ids: chosen });
        expect(difference(before, await everyRow(everyone))).toEqual([]);
        expect(run).toMatchObject({ state: 'previewed', total: chosen.length });

        await begun(run);
        const ended = await ran(run);
        const really = withoutMade(difference(before, await everyRow(everyone)), seqs);
        expect(withoutMade(await predictedRows(everyone, run), seqs)).toEqual(really);
        changed += really.length;
        linked += really.filter((line) => line.startsWith('PatientLink ["photon:pat_kn')).length;

        const predicted = await outcomesOf(run, 'predicted');
        const words = { process: 'done', fail: 'failed', skip: 'skipped' } as const;
        const foretold = predicted.map((one) => ({ ...one, what: words[one.what as keyof typeof words] }));
        expect(await outcomesOf(run, 'outcome')).toEqual(foretold);
        const { willProcess, willFail, willSkip } = run;
        expect(ended).toMatchObject({ state: 'done', done: willProcess, failed: willFail, skipped: willSkip });
      })
      .afterEach(() => emptyLedger(everyone)),
    { numRuns: runs, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(40 * runs);
  expect(linked).toBeGreaterThan(0);
  // No bound of the product's: a busy machine takes long.
}, 1_500_000);
