import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger';
import type { NewEvent } from '#lib/db/new-event';
import { projectionTables } from '#lib/db/rebuild-tables';
import { keyOf } from '#lib/db/replay-preview';
import type { ReplayRun } from '#lib/db/replay-runs';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { inventedEvent } from '#scripts/testing/invented-events';
import { newEvent } from '#scripts/testing/keep-events';
import { nastyHistory } from '#scripts/testing/nasty-history';
import { processAll } from '#scripts/testing/processing';
import { begun, previewed, ran, refusing } from '#scripts/testing/replays';

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

type Kept = ReadonlyMap<string, string>;

/** Every row of every projection table of the tenant, by its table and key. */
async function everyRow(): Promise<Kept> {
  const rows = new Map<string, string>();
  for (const model of projectionTables) {
    const key = keyOf(model).map((column) => `"${column}"`);
    const found = await everyone.rows<{ key: string; row: object }>(
      `select jsonb_build_array(${key.join(', ')})::text as key, to_jsonb(t) - 'tenantId' as row from "${model}" t where "tenantId" = 'demo'`,
    );
    for (const one of found) rows.set(`${model} ${one.key}`, JSON.stringify(one.row));
  }
  return rows;
}

function difference(before: Kept, after: Kept): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key) ?? 'null'} → ${after.get(key) ?? 'null'}`)
    .sort();
}

async function told({ id }: ReplayRun): Promise<readonly string[]> {
  const rows = await everyone.rows<{ model: string; key: string; before: object | null; after: object | null }>(
    `select model, key, before, after from "ReplayChange" where "runId" = $1`,
    [id],
  );
  return rows
    .map(({ model, key, before, after }) => `${model} ${key}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
    .sort();
}

const outcomesOf = ({ id }: ReplayRun, column: 'predicted' | 'outcome') =>
  everyone.rows<{ seq: string; what: string; why: string | null }>(
    `select seq, ${column} as what, ${column === 'predicted' ? '"predictedWhy"' : 'why'} as why from "ReplayItem" where "runId" = $1 order by seq`,
    [id],
  );

const history = nastyHistory();
/** What no catalogue reads, what none names, and what cannot be opened: they fail or are passed over, and hold nothing back. */
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
  await fc.assert(
    fc
      .asyncProperty(cases, async ({ order, dead, asked }) => {
        await appendToLedger(order);
        await processAll(refusing((messageId) => dead.has(messageId)));
        const letters = await everyone.rows<{ seq: string }>('select seq from "DeadLetter" order by seq');
        const chosen = letters.filter((_, index) => index % 10 < asked).map(({ seq }) => Number(seq));
        const before = await everyRow();
        const run = await previewed({ ids: chosen });
        expect(difference(before, await everyRow())).toEqual([]);
        expect(run).toMatchObject({ state: 'previewed', total: chosen.length });

        await begun(run);
        const ended = await ran(run);
        const really = difference(before, await everyRow());
        expect(await told(run)).toEqual(really);
        changed += really.length;

        const predicted = await outcomesOf(run, 'predicted');
        const words = { process: 'done', fail: 'failed', skip: 'skipped' } as const;
        const foretold = predicted.map((one) => ({ ...one, what: words[one.what as keyof typeof words] }));
        expect(await outcomesOf(run, 'outcome')).toEqual(foretold);
        const { willProcess, willFail, willSkip } = run;
        expect(ended).toMatchObject({ state: 'done', done: willProcess, failed: willFail, skipped: willSkip });
      })
      .afterEach(() => emptyLedger(everyone)),
    { numRuns: 25, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(1_000);
}, 300_000);
