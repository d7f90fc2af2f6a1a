import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { followUpsOf } from '#lib/domain/follow-ups/follow-up';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { interpretEvent } from '#lib/events/catalog';
import { byLane } from '#scripts/testing/lane';
import { random } from '#scripts/testing/random';
import { richHistory } from '#scripts/testing/stories/rich-history';
import { emptyRows, fold, type Rows } from './fold.ts';
import { originOf } from './settled-field.ts';
import { tableNames } from './tables.ts';

const orders = byLane({ quick: 500, full: 500, nightly: 10_000 });
const history = richHistory(20_261_120, 140);

/** Read once: the meaning of an event does not depend on the time of reading. */
const effects = history.flatMap(({ seq, sourceId, received }) => {
  const meaning = interpretEvent(received);
  if (meaning.outcome !== 'processed') return [];
  const { digest, messageId } = received;
  return [{ origin: originOf({ seq: BigInt(seq), digest, sourceId, messageId }), changes: meaning.changes }];
});

function foldAll(order: readonly (typeof effects)[number][]): Rows {
  const rows = emptyRows();
  for (const { origin, changes } of order) fold(rows, changes, origin);
  return rows;
}

/** Every table, every row, every register with its clock and its decider, and every summary. */
function everything(rows: Rows): string {
  const partsOf = partsIn(rows);
  const summaries = [...rows.prescription.keys()].sort().map((id) => {
    const parts = partsOf(id);
    return parts && [id, JSON.stringify([summarise(parts), followUpsOf(parts)])];
  });
  const tables = tableNames.map((name) => [
    name,
    [...rows[name]]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, row]) => [id, JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))]),
  ]);
  return JSON.stringify([tables, summaries]);
}

const print = (text: string) => createHash('sha256').update(text).digest('hex');
const inOrder = everything(foldAll(effects));

test('the history is hard: every table is filled, facts disagree, and most events mean something', () => {
  const rows = foldAll(effects);
  expect(tableNames.filter((name) => rows[name].size === 0)).toEqual([]);
  expect(effects.length).toBeGreaterThan(150);
  expect(inOrder.split('\\"c\\":[').length).toBeGreaterThan(20);
  expect(new Set([...rows.prescription.keys()].map((id) => id.split(':')[0]))).toEqual(
    new Set(['osigu', 'photon', 'medication']),
  );
});

test(`one rich history in ${orders.toLocaleString('en')} random orders with random repeats gives the same state, every table compared`, {
  timeout: 240_000,
}, () => {
  const r = random(7);
  const wanted = print(inOrder);
  for (let order = 0; order < orders; order++) {
    const repeated = effects.filter(() => r.next() < 0.2);
    const rows = foldAll(r.shuffled([...effects, ...repeated]));
    if (print(everything(rows)) !== wanted) expect(everything(rows)).toBe(inOrder);
  }
});
