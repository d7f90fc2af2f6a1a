import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftAmendment } from '#lib/commands/dead-letters/amend';
import type { Account } from '#lib/domain/access/account';
import { receiveWebhook } from '#lib/ingest/receive-webhook';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { revealPayload } from './reveal-payload.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;
const why = 'Ticket 4711: what did they send?';

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  admin = (await accountsOf(everyone))('admin@demo.test');
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const held = (prescriptionId: string) =>
  JSON.stringify(inventedEvent('medication.prescription.held.v1', { data: { prescriptionId } }));

/** Receives a batch to the letter; answers the ledger numbers of its events. */
async function batch(body: string): Promise<readonly number[]> {
  const standard = demoSender('demo-standard');
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  await receiveWebhook(standard.key, signedRequest(standard, body, { headers }));
  const rows = await everyone.rows<{ seq: string }>(
    `select seq::text from "LedgerEvent" where "deliveryId" = (select "deliveryId" from "LedgerEvent" order by seq desc limit 1) order by seq`,
  );
  return rows.map(({ seq }) => Number(seq));
}

test('a reveal of one event of a batch shows that event to the letter, and nothing of its siblings', async () => {
  const events = [held('rx_first'), held('rx_second').replace('{', '{ "n": 12.50, '), held('rx_third')];
  const seqs = await batch(`[${events.join(' ,\n')}]`);
  expect(seqs).toHaveLength(3);
  for (const [index, seq] of seqs.entries()) {
    expect(await revealPayload(admin, seq, why, 'req')).toMatchObject({ seq, index, text: events[index] });
  }
  const lines = await everyone.rows(
    `select "subjectId", reason from "AuditEntry" where action = 'payload.revealed' order by seq`,
  );
  expect(lines).toEqual(seqs.map((seq) => ({ subjectId: String(seq), reason: why })));
});

test('an event without an envelope is drafted without its siblings of the batch', async () => {
  const [seq = 0] = await batch(`["not an event", ${held('rx_sibling')}]`);
  const { text } = await draftAmendment(admin, { seq: BigInt(seq), requestId: 'req' }, why);
  expect(text).toBe('"not an event"');
});
