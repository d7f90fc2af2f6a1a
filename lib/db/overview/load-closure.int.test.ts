import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Tx } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { Contended } from '#lib/db/ledger/record-locks';
import { type Change, change } from '#lib/domain/ledger/change';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { applyChanges } from './apply-changes.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
beforeEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const at = (hour: number) => new Date(Date.UTC(2026, 10, 12, hour)).toISOString();
let seq = 0;
const apply = (tx: Tx, ...changes: Change[]) =>
  applyChanges(tx, 'demo', [{ origin: { seq: ++seq, tie: `t${seq}` }, changes }]);
const applied = (...changes: Change[]) => prisma('any').$transaction((tx) => apply(tx, ...changes));

/** Applies changes as a slow worker does: `commit` lets it go on. */
async function slowly(...changes: Change[]): Promise<{ commit: () => Promise<void> }> {
  const done = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const work = prisma('any').$transaction(async (tx) => {
    await apply(tx, ...changes);
    written.resolve();
    await done.promise;
  });
  await Promise.race([written.promise, work]);
  return {
    async commit() {
      done.resolve();
      await work;
    },
  };
}

/** The same transaction, and something that happens as soon as its first statement of a kind was answered. */
function afterReading(tx: Tx, pattern: RegExp, then: () => Promise<void>): Tx {
  let waiting = true;
  const read = async (statement: string, ...values: readonly unknown[]) => {
    const rows: unknown = await tx.$queryRawUnsafe(statement, ...values);
    if (waiting && pattern.test(statement)) {
      waiting = false;
      await then();
    }
    return rows;
  };
  return new Proxy(tx, { get: (target, name) => (name === '$queryRawUnsafe' ? read : Reflect.get(target, name)) });
}

const prescription = async () =>
  everyone.rows<{ state: string; hold: string | null }>(
    `select state, registers->'hold'->>'v' as hold from "Prescription" where id = 'osigu:rx_1'`,
  );
const visit = (code: string, hour: number) =>
  change('dispensation', 'osigu:dsn_1', at(hour), { prescriptionCode: code, state: 'started' });
const issued = change('prescription', 'osigu:rx_1', at(8), { code: 'RX-1', written: 'issued', issuedAt: at(8) });

test('a visit that receives another code, while its first one’s prescription comes, is no longer that prescription’s', async () => {
  await applied(visit('RX-1', 9));
  const other = await slowly(issued);
  const refused = await applied(visit('RX-2', 10)).catch((error: unknown) => error);
  await other.commit();
  if (refused instanceof Contended) await applied(visit('RX-2', 10));
  expect(await prescription()).toEqual([{ state: 'issued', hold: null }]);
});

test('what another worker writes to a prescription while it is looked up by its code is kept', async () => {
  await applied(issued);
  const other = await slowly(change('prescription', 'osigu:rx_1', at(9), { hold: 'held' }));
  await prisma('any').$transaction((tx) => apply(afterReading(tx, /"code" = any/, other.commit), visit('RX-1', 10)));
  expect(await prescription()).toEqual([{ state: 'on_hold', hold: 'held' }]);
});

test('what another worker says of a dispense while one returned from it is decided about counts for its prescription', async () => {
  const returned = change('return', 'medication:ret_1', at(9), { dispenseId: 'medication:dsp_1' });
  await applied(returned);
  const other = await slowly(
    change('dispense', 'medication:dsp_1', at(8), { prescriptionId: 'medication:rx_1' }),
    change('prescription', 'medication:rx_1', at(8), {}),
  );
  const decided = change('return', 'medication:ret_1', at(12), { disposition: 'destroy' });
  const refused = await applied(decided).catch((error: unknown) => error);
  await other.commit();
  if (refused instanceof Contended) await applied(decided);
  const rows = await everyone.rows<{ updatedAt: Date }>(`select "updatedAt" from "Prescription"`);
  expect(rows).toEqual([{ updatedAt: new Date(at(12)) }]);
});
