import { stopSendingJobs } from '#lib/db/base/jobs';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { demoAccounts, demoTenants } from '#prisma/demo';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from './invented-events.ts';
import { keep, newEvent } from './keep-events.ts';

// The events of a recall in tests: prescriptions `rx…` of patients `pat_rx…`, given from lot L-1 of stock item stk_1, 30 tablets each.

export const secondsPerDay = 86_400;
export const recallId = 'medication:rcl_1';
export const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

let keys = 0;
export const request = () => ({ key: `recall-test-${++keys}`, requestId: 'req_test' });

export const sign = (prescriptionId: string, prescriberId = 'usr_demo_ana') =>
  inventedEvent('medication.prescription.signed.v1', {
    time: ago(20 * secondsPerDay),
    data: { prescriptionId, prescriberId, patientId: `pat_${prescriptionId}`, signedAt: ago(20 * secondsPerDay) },
  });

export const give = (
  dispenseId: string,
  prescriptionId: string | null,
  time: string,
  data: JsonObject = {},
  type = 'medication.dispensing.completed.v1',
) =>
  inventedEvent(type, {
    time,
    data: {
      ...{ dispenseId, prescriptionId, patientId: `pat_${prescriptionId}`, stockItemId: 'stk_1', lotNumber: 'L-1' },
      ...{ dispensedQuantity: 30, quantityUnit: 'tablet', ...data },
    },
  });

export const back = (dispenseId: string, returnedQuantity: number, data: JsonObject = {}) =>
  inventedEvent('medication.dispensing.returned.v1', {
    time: ago(60),
    data: {
      ...{ dispenseId, returnId: `ret_${dispenseId}`, returnedQuantity, quantityUnit: 'tablet', prescriptionId: null },
      ...{ stockItemId: 'stk_1', lotNumber: 'L-1', ...data },
    },
  });

export const notice = (recalledAt: string, data: JsonObject = {}) =>
  inventedEvent('medication.inventory.recall_triggered.v1', {
    time: recalledAt,
    data: { stockItemId: 'stk_1', lotNumber: 'L-1', recallId: 'rcl_1', recallClass: null, recalledAt, ...data },
  });

export const received = (stockItemId: string, data: JsonObject = {}) =>
  inventedEvent('medication.inventory.stock_received.v1', {
    time: ago(30 * secondsPerDay),
    data: {
      ...{ stockItemId, lotNumber: 'L-1', medicationCode: 'RxNorm|1', quantity: 100, quantityUnit: 'tablet' },
      ...{
        receivedAt: ago(30 * secondsPerDay),
        grnNumber: `g_${stockItemId}${String(data['lotNumber'] ?? '')}`,
        ...data,
      },
    },
  });

export async function happened(...events: JsonObject[]): Promise<void> {
  await keep(...events);
  await processAll();
}

/** An act of our own, as if it had been recorded so many seconds ago. */
export async function own(type: string, data: JsonObject, secondsAgo = 5, actorid = 'usr_demo_marta'): Promise<void> {
  const body = {
    ...{ specversion: '1.0', id: `own_${++keys}`, type, source: 'scriptline', time: ago(secondsAgo) },
    ...{ actorid, data },
  };
  await appendToLedger([newEvent('medication-service', body, true)]);
  await processAll();
}

/** The lot's shelf was looked at, and there is nothing. */
export const countedNothing = (lotNumber = 'L-1', stockItemId = 'medication:stk_1') =>
  own('scriptline.stock.counted', {
    ...{ stockItemId, lotNumber, quantity: 0, quantityUnit: 'tablet', bucket: 'usable' },
    ...{ expected: -30, reason: 'Recall' },
  });

export type RecallStory = {
  readonly url: string;
  readonly everyone: Everyone;
  readonly as: (email: string) => Account;
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A database of its own, with the demo's people in it. */
export async function recallStory(): Promise<RecallStory> {
  const database = await demoDatabase();
  const everyone = await lookAtEveryone(database.url);
  const users = await everyone.rows<{ id: string; email: string }>('select id, email from "User"');
  const accounts = new Map(
    demoAccounts.map(({ email, name, tenantId, role, inCharge, prescriberIds }): [string, Account] => {
      const userId = users.find((user) => user.email === email)?.id ?? '';
      const timeZone = demoTenants.find((one) => one.tenantId === tenantId)?.timeZone ?? 'UTC';
      const scope = { tenantId, userId, role, inCharge, prescriberIds };
      return [email, { scope, sessionId: email, name, email, tenantName: '', timeZone, locale: 'en' }];
    }),
  );
  return {
    ...{ url: database.url, everyone },
    as: (email) => {
      const account = accounts.get(email);
      if (!account) throw new Error(`no account ${email}`);
      return account;
    },
    empty: async () => {
      await emptyLedger(everyone);
      await everyone.rows('truncate "OutboxMessage"');
    },
    close: async () => {
      await everyone.close();
      await stopSendingJobs();
      await database.close();
    },
  };
}
