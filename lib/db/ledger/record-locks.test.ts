import { expect, test } from 'vitest';
import { change } from '#lib/domain/ledger/change';
import { interpretEvent } from '#lib/events/catalog';
import { lockKeys } from './record-locks.ts';

const at = '2026-11-12T08:00:00.000Z';

test('an event that names twenty thousand products takes one lock, the same whatever it names', () => {
  const codes = (of: string) => Array.from({ length: 10_000 }, (_, n) => `${of}-${n}`);
  const changesOf = (data: { readonly added: string[]; readonly removed?: string[] }) => {
    const envelope = { wireType: 'tenant.formulary.updated.v1', messageId: 'm', digest: 'd', occurredAt: at };
    const meaning = interpretEvent({ ...envelope, receivedAt: at, actorId: null, data, own: false });
    if (meaning.outcome !== 'processed') throw new Error(meaning.outcome);
    return meaning.changes;
  };
  const all = changesOf({ added: codes('in'), removed: codes('out') });
  expect(all).toHaveLength(20_000);
  expect(lockKeys(all)).toHaveLength(1);
  expect(lockKeys(all)).toEqual(lockKeys(changesOf({ added: ['other'] })));
});

test('what belongs to a prescription or a stock item is locked with it, and with the code it is joined by', () => {
  const keys = lockKeys([
    change('dispensation', 'osigu:dsn_1', at, { prescriptionCode: 'RX-1' }),
    change('prescriptionItem', 'osigu:rx_1|1', at, { prescriptionId: 'osigu:rx_1' }),
    change('prescription', 'osigu:rx_1', at, { code: 'RX-1' }),
    change('lot', 'medication:stk_1|LOT', at, { stockItemId: 'medication:stk_1' }),
  ]);
  expect(keys).toEqual([
    ...['dispensation osigu:dsn_1', 'code RX-1', 'prescriptionItem osigu:rx_1|1', 'prescription osigu:rx_1'],
    'stockItem medication:stk_1',
  ]);
});
