import { expect, test } from 'vitest';
import { rowId } from '#lib/domain/base/json/row-id';
import { interpretEvent } from '#lib/events/catalog';
import { random } from '#scripts/testing/random';
import { richHistory } from '#scripts/testing/stories/rich-history';
import { type CheckpointClaim, homeOf, isFolded, survivorOf } from './checkpoint.ts';
import { emptyRows, fold, type Rows } from './fold.ts';
import { originOf } from './settled-field.ts';
import { tableNames } from './tables.ts';

const claims: readonly (readonly CheckpointClaim[])[] = richHistory(20_261_121, 160).map(
  ({ seq, sourceId, received }) => {
    const meaning = interpretEvent(received);
    if (meaning.outcome !== 'processed') return [];
    const { digest, messageId } = received;
    const origin = originOf({ seq: BigInt(seq), digest, sourceId, messageId });
    return meaning.changes.map((change) => ({ change, origin: change.origin ?? origin }));
  },
);

function foldAll(all: readonly CheckpointClaim[]): Rows {
  const rows = emptyRows();
  for (const { change, origin } of all) fold(rows, [change], origin);
  return rows;
}

const printed = (rows: Rows): string =>
  JSON.stringify(
    tableNames.map((name) => [
      name,
      [...rows[name]]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, row]) => [id, Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))]),
    ]),
  );

function survivors(rows: Rows, gone: readonly CheckpointClaim[]): readonly CheckpointClaim[] {
  return gone.flatMap((claim) => {
    const row = rows[claim.change.table].get(claim.change.id);
    return row ? (survivorOf(row, claim) ?? []) : [];
  });
}

test('whichever events go, what survives of them and the others make the same rows, whatever comes later and however often it is done', () => {
  const r = random(11);
  let dropped = 0;
  for (let round = 0; round < 200; round++) {
    const order = r.shuffled(claims);
    const cut = 40 + r.below(80);
    let standing = order.slice(0, cut).flat();
    for (let purge = 0; purge < 3; purge++) {
      const rows = foldAll(standing);
      const gone = standing.filter(() => r.next() < 0.6);
      const stays = standing.filter((claim) => !gone.includes(claim));
      const left = survivors(rows, gone);
      dropped += gone.length - left.length;
      standing = r.shuffled([...stays, ...left]);
      expect(printed(foldAll(standing))).toBe(printed(rows));
    }
    const late = order.slice(cut).flat();
    expect(printed(foldAll([...standing, ...late]))).toBe(printed(foldAll(order.flat())));
  }
  expect(dropped).toBeGreaterThan(1_000);
});

test('a claim that its row does not hold yet is distinguished from one that it holds', () => {
  const [first = [], second = []] = claims.filter((all) => all.length > 0);
  const rows = foldAll(first);
  for (const claim of first) expect(isFolded(rows[claim.change.table].get(claim.change.id), claim)).toBe(true);
  const strange = second.filter(({ change }) => !rows[change.table].has(change.id));
  for (const claim of strange) expect(isFolded(undefined, claim)).toBe(false);
});

test.each([
  ['prescription', 'osigu:rx|1', 'prescription osigu:rx%7C1'],
  ['prescriptionItem', rowId('osigu:rx|1', 1), 'prescription osigu:rx%7C1'],
  ['emailDelivery', rowId('osigu:rx|1', 'ana@example.test'), 'prescription osigu:rx%7C1'],
  ['stockMovement', 'dispense:medication:dsp_1', 'dispense medication:dsp_1'],
  ['dispense', 'medication:dsp_1', 'dispense medication:dsp_1'],
  ['stockMovement', 'receipt:grn_1', 'stockMovement receipt:grn_1'],
  ['orderFill', rowId('photon:ord_1', 'photon:rx_1'), 'pharmacyOrder photon:ord_1'],
] as const)('a %s %s is restated with %s', (table, id, home) => {
  expect(homeOf({ table, id })).toBe(home);
});
