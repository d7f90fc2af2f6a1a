import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeRecall } from '#lib/commands/recalls/close-recall';
import { logRecallContact } from '#lib/commands/recalls/recall-actions';
import { inTenant } from '#lib/db/base/in-tenant';
import type { JsonObject } from '#lib/domain/base/json/json';
import { rowId } from '#lib/domain/base/json/row-id';
import { rebuild } from '#lib/processing/replays/rebuild';
import { recallsTouching } from '#lib/views/follow-ups/recalls-touching';
import { todayNumbers } from '#lib/views/overview/pharmacy-today';
import { getLot } from '#lib/views/stock/lot-detail';
import { processAll } from '#scripts/testing/processing';
import { keep } from '#scripts/testing/stories/keep-events';
import {
  ago,
  back,
  countedNothing,
  give,
  happened,
  notice,
  own,
  type RecallStory,
  recallId,
  recallStory,
  received,
  request,
  secondsPerDay,
  sign,
} from '#scripts/testing/stories/recall-story';
import { getRecall } from './recall-detail.ts';
import { listRecallPeople } from './recall-people.ts';

let story: RecallStory;
beforeAll(async () => {
  story = await recallStory();
});
afterAll(() => story.close());
afterEach(() => story.empty());

const marta = () => story.as('pharmacist@demo.test');
const contact = (personId: string) => logRecallContact(marta(), recallId, { personId, outcome: 'reached' }, request());
const close = () => closeRecall(marta(), recallId, 'Sent back', request());

/** One person received it and is reached; the case is closed. `before` happens first. */
async function closed(...before: JsonObject[]): Promise<void> {
  await happened(...before, give('d1', 'rx1', ago(9 * secondsPerDay)), notice(ago(300)));
  await contact('medication:pat_rx1');
  await countedNothing();
  await close();
}

async function standing() {
  const { state, reopened, toContact, late, closing } = await getRecall(marta(), recallId, 'req_test');
  const { recalls } = await todayNumbers(marta());
  const doctor = story.as('doctor@demo.test');
  const touching = await inTenant(doctor.scope, (tx) => recallsTouching(tx, doctor));
  const lane = touching.map(({ prescriptionId }) => prescriptionId).sort();
  const lot = await getLot(marta(), rowId('medication:stk_1', 'L-1'));
  const onLot = lot.recall?.closed ? 'closed' : 'open';
  return { state, reopened, toContact, late, since: closing?.since, today: recalls.count, lane, onLot };
}
const stillClosed = {
  state: 'closed',
  reopened: false,
  toContact: 0,
  late: 0,
  since: 0,
  today: 0,
  lane: [],
  onLot: 'closed',
};
const open = { state: 'open', reopened: true, toContact: 1, since: 1, today: 1, onLot: 'open' };

test('a dispense that we held before the closing and read after it opens the case again, on every screen', async () => {
  await happened(sign('rx2'));
  await keep(give('d2', 'rx2', ago(4 * secondsPerDay)));
  const untouched = give('d1', 'rx1', ago(9 * secondsPerDay));
  const held = await story.everyone.rows<{ seq: string }>(`select seq from "LedgerEvent" where status = 'received'`);
  await story.everyone.rows(
    `update "LedgerEvent" set "nextAttemptAt" = now() + interval '1 hour' where seq = any($1::bigint[])`,
    [held.map(({ seq }) => seq)],
  );
  await happened(untouched, notice(ago(300)));
  await contact('medication:pat_rx1');
  await countedNothing();
  await close();
  expect(await standing()).toEqual(stillClosed);
  await story.everyone.rows(`update "LedgerEvent" set "nextAttemptAt" = now() where status = 'received'`);
  await processAll();
  expect(await standing()).toMatchObject({ ...open, lane: ['medication:rx2'] });
  await expect(close()).rejects.toMatchObject({ code: 'not-yet' });
  await rebuild(story.url);
  expect(await standing()).toMatchObject(open);
  await contact('medication:pat_rx2');
  expect(await standing()).toMatchObject({ ...open, toContact: 0 });
  await close();
  expect(await standing()).toEqual(stillClosed);
});

test('a known dispense that learns its lot after the closing opens the case again', async () => {
  await closed(give('d2', 'rx2', ago(4 * secondsPerDay), { lotNumber: null }));
  expect(await standing()).toEqual(stillClosed);
  await happened(give('d2', 'rx2', ago(4 * secondsPerDay), {}, 'PHARMACY.dispensing.completed'));
  expect(await standing()).toMatchObject({ ...open, late: 1 });
});

test('a stock item that turns out to be of the product after the closing opens the case again', async () => {
  await closed(received('stk_1'), give('d2', 'rx2', ago(4 * secondsPerDay), { stockItemId: 'stk_9' }));
  expect(await standing()).toEqual(stillClosed);
  await happened(received('stk_9'));
  expect(await standing()).toMatchObject(open);
});

test('a further lot of the notice, reported after the closing, opens the case again, whether it was dispensed to anybody or not', async () => {
  const given = give('d2', 'rx2', ago(4 * secondsPerDay), { lotNumber: 'L-2' });
  await closed(given);
  await happened(notice(ago(300), { lotNumber: 'L-2' }));
  expect(await standing()).toMatchObject(open);
  await contact('medication:pat_rx2');
  await countedNothing('L-2');
  await close();
  expect(await standing()).toEqual(stillClosed);
  await happened(notice(ago(300), { lotNumber: 'L-3' }));
  expect(await standing()).toMatchObject({ ...open, toContact: 0, since: 0 });
});

test('a person who receives the lot after the closing must be informed again, and so the case is open', async () => {
  await closed();
  await happened(give('d2', 'rx1', ago(-1)));
  expect(await standing()).toMatchObject(open);
});

test('what is said again of a known dispense, or of a person who knows already, leaves the case closed', async () => {
  const at = ago(9 * secondsPerDay);
  await happened(give('d1', 'rx1', at), give('d3', 'rx3', ago(8 * secondsPerDay)), back('d3', 30), notice(ago(300)));
  await contact('medication:pat_rx1');
  await countedNothing();
  await own('scriptline.return.disposed', { returnId: 'medication:ret_d3', disposition: 'destroy' });
  await close();
  // Under many ids: the digest decides which of them is named as the reason.
  for (const cancel of ['1', '2', '3', '4', '5', '6'])
    await happened(give('d1', 'rx1', at, { expiryDate: `2027-01-0${cancel}` }, 'PHARMACY.dispensing.completed'));
  await happened(give('d4', 'rx1', ago(10 * secondsPerDay)));
  expect(await standing()).toEqual({ ...stillClosed, late: 1 });
  const late = await listRecallPeople(marta(), recallId, { show: 'late', limit: 50 }, 'req_test');
  expect(late.items.flatMap(({ given }) => given.map((one) => [one.dispenseId, one.late?.how ?? null]))).toEqual([
    ['medication:d1', null],
    ['medication:d4', 'told'],
  ]);
});

test('the number of late people is the number of rows that it opens', async () => {
  await happened(
    notice(ago(300)),
    give('d1', 'rx1', ago(200)),
    give('d2', 'rx1', ago(100)),
    give('d3', 'rx3', ago(90)),
  );
  const { late, latecomers } = await getRecall(marta(), recallId, 'req_test');
  const rows = await listRecallPeople(marta(), recallId, { show: 'late', limit: 50 }, 'req_test');
  expect([late, rows.items.length, latecomers.length]).toEqual([2, 2, 3]);
});
