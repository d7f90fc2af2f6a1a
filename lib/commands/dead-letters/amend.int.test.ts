import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { revealPayload } from '#lib/commands/ledger/reveal-payload';
import type { Account } from '#lib/domain/access/account';
import { receiveWebhook } from '#lib/ingest/receive-webhook';
import { rebuild } from '#lib/processing/replays/rebuild';
import { getDeadLetter } from '#lib/views/dead-letters/dead-letter-detail';
import { listDeadLetters } from '#lib/views/dead-letters/dead-letters';
import { getTimeline } from '#lib/views/prescriptions/timeline';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { begun, previewed, ran } from '#scripts/testing/replays';
import { type Body, demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { projected } from '#scripts/testing/stories/projected';
import { amend, checkAmendment, draftAmendment } from './amend.ts';
import { type Decision, revealAmendment, settleAmendment } from './decide-amendment.ts';
import { settleDeadLetters } from './settle-dead-letters.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let as: (email: string) => Account;
const first = () => as('admin@demo.test');
const second = () => as('admin2@demo.test');
const why = 'Ticket 4711: the sender lost a key';

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  as = await accountsOf(everyone);
});
afterEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

/** Receives a body, processes it, and returns the ledger number of the dead letter that it became. */
async function dead(body: Body, key = 'demo-medication'): Promise<bigint> {
  await receiveWebhook(key, signedRequest(demoSender(key), body));
  await processAll();
  const [letter] = await everyone.rows<{ seq: string }>('select max(seq)::text as seq from "DeadLetter"');
  return BigInt(letter?.seq ?? 0);
}

const broken = (id: string) =>
  inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId: [id], prescriptionId: 'rx_amended' } });

const requestFor = (seq: bigint) => ({ seq, requestId: 'req' });
const decide = (who: Account, seq: bigint, id: string, decision: Decision) =>
  settleAmendment(who, { ...requestFor(seq), id }, decision, decision === 'withdraw' ? null : why);

async function proposed(seq: bigint, change: (sent: string) => string): Promise<string> {
  const draft = await draftAmendment(first(), requestFor(seq), why);
  return (await amend(first(), requestFor(seq), { text: change(draft.text), reason: why })).id;
}

async function approved(seq: bigint, id: string): Promise<void> {
  await revealAmendment(second(), { ...requestFor(seq), id }, why);
  await decide(second(), seq, id, 'approve');
}

/** Replays it; returns the outcome of its event. */
async function again(seq: bigint): Promise<string> {
  const run = await previewed({ ids: [Number(seq)] });
  await begun(run);
  await ran(run);
  const [row] = await everyone.rows<{ status: string }>('select status from "LedgerEvent" where seq = $1', [
    String(seq),
  ]);
  return row?.status ?? '';
}

const mended = (id: string) => (sent: string) => JSON.stringify({ ...JSON.parse(sent), dispenseId: id });

test('an approved amendment is what is processed, shown and rebuilt; the signed bytes stay as they were', async () => {
  const event = broken('dsp_amended');
  const seq = await dead(event);
  const id = await proposed(seq, mended('dsp_amended'));
  expect(await again(seq)).toBe('quarantined');
  await approved(seq, id);
  expect(await again(seq)).toBe('processed');
  expect(await everyone.rows('select id from "Dispense"')).toEqual([{ id: 'medication:dsp_amended' }]);

  const { state, replays } = await getDeadLetter(first(), seq);
  expect([state, replays.map(({ outcome }) => outcome)]).toEqual(['resolved', ['done', 'failed']]);

  const { items } = await getTimeline(
    as('pharmacist@demo.test'),
    { id: 'medication:rx_amended', knownAt: null, limit: 50 },
    'req',
  );
  expect(items.map(({ seq: shown }) => shown)).toContain(Number(seq));
  const live = await projected(everyone, 'demo');
  await rebuild(database.url);
  expect(await projected(everyone, 'demo')).toEqual(live);

  expect(JSON.parse((await revealPayload(first(), Number(seq), why, 'req')).text)).toEqual(event);
  const texts = await revealAmendment(second(), { ...requestFor(seq), id }, why);
  expect(JSON.parse(texts.sent)).toMatchObject({ dispenseId: ['dsp_amended'] });
  expect(JSON.parse(texts.amended)).toMatchObject({ dispenseId: 'dsp_amended' });
});

test('authors neither approve nor refuse their own, and nobody withdraws for them', async () => {
  const seq = await dead(broken('dsp_own'));
  const id = await proposed(seq, mended('dsp_own'));
  await revealAmendment(first(), { ...requestFor(seq), id }, why);
  for (const decision of ['approve', 'refuse'] as const)
    await expect(decide(first(), seq, id, decision)).rejects.toMatchObject({ status: 403 });
  await expect(decide(second(), seq, id, 'withdraw')).rejects.toMatchObject({ status: 403 });
  await expect(
    everyone.rows(`update "Amendment" set state = 'approved', "decidedBy" = "authorId", "decidedAt" = now()`),
  ).rejects.toThrow('Amendment_second_person');
  expect((await getDeadLetter(second(), seq)).amendments).toMatchObject([{ id, state: 'proposed', mine: false }]);
  expect(await decide(first(), seq, id, 'withdraw')).toEqual({ state: 'withdrawn' });
});

test('nobody proposes without having viewed the bytes, and nobody approves unseen; each view has its reason in the audit', async () => {
  const seq = await dead(broken('dsp_seen'));
  const text = JSON.stringify({ dispenseId: 'dsp_seen' });
  await expect(amend(first(), requestFor(seq), { text, reason: why })).rejects.toMatchObject({ code: 'not-revealed' });
  const id = await proposed(seq, () => text);
  await expect(decide(second(), seq, id, 'approve')).rejects.toMatchObject({ code: 'not-revealed' });
  await approved(seq, id);
  const lines = await everyone.rows(
    `select action, reason from "AuditEntry" where "subjectId" in ($1, $2) order by seq`,
    [id, String(seq)],
  );
  expect(lines).toEqual(
    ['payload.revealed', 'amendment.proposed', 'amendment.revealed', 'amendment.approved'].map((action) => ({
      action,
      reason: why,
    })),
  );
});

test('two at once: one amendment waits at a time, and it is decided once', async () => {
  const seq = await dead(broken('dsp_two'));
  await Promise.all([draftAmendment(first(), requestFor(seq), why), draftAmendment(second(), requestFor(seq), why)]);
  const ask = (who: Account) => amend(who, requestFor(seq), { text: `{"dispenseId":"dsp_two"}`, reason: why });
  const outcomes = await Promise.allSettled([ask(first()), ask(second())]);
  const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
  const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect([won.length, lost]).toEqual([1, ['amendment-pending']]);
  const [amendment] = (await getDeadLetter(first(), seq)).amendments;
  const [author, other] = amendment?.mine ? [first(), second()] : [second(), first()];
  const id = won[0] ?? '';
  await revealAmendment(other, { ...requestFor(seq), id }, why);
  const decisions = await Promise.allSettled([decide(other, seq, id, 'approve'), decide(author, seq, id, 'withdraw')]);
  expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(decisions.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual([
    'amendment-settled',
  ]);
});

test('an amendment is checked by the schema before it is kept, and what does not fit is named by its path alone', async () => {
  const seq = await dead(broken('dsp_schema'));
  const { text } = await draftAmendment(first(), requestFor(seq), why);
  const secret = 'Lucía Secreta';
  const wrong = [
    ['{ no', 'not-json'],
    ['[]', 'invalid-payload'],
    [JSON.stringify({ dispenseId: { name: secret } }), 'invalid-payload'],
    [JSON.stringify({ dispenseId: `${secret}\u0000` }), 'invalid-payload'],
  ] as const;
  for (const [tried, cause] of wrong) {
    const check = await checkAmendment(first(), seq, tried);
    expect([tried, check]).toMatchObject([tried, { ok: false, cause }]);
    expect(JSON.stringify(check)).not.toContain(secret);
    await expect(amend(first(), requestFor(seq), { text: tried, reason: why })).rejects.toMatchObject({ status: 422 });
  }
  await expect(amend(first(), requestFor(seq), { text, reason: why })).rejects.toMatchObject({
    paths: ['text: unchanged'],
  });
  expect(await checkAmendment(first(), seq, mended('dsp_schema')(text))).toEqual({
    ...{ ok: true, outcome: 'processed', type: 'medication.dispensing.completed.v1' },
  });
});

test('a time in the future is corrected where it is: in the payload, or in the envelope', async () => {
  const queued = (id: string, more: object) =>
    inventedEvent('medication.fulfillment.queued.v1', { data: { prescriptionId: id, queuedAt: null }, ...more });
  const late = '2099-01-01T00:00:00Z';
  const inside = await dead(queued('rx_inside', { data: { prescriptionId: 'rx_inside', queuedAt: late } }));
  const outside = await dead(queued('rx_outside', { time: late }));
  const ways = [inside, outside].map(async (seq) => (await getDeadLetter(first(), seq)).amendable);
  expect(await Promise.all(ways)).toEqual(['payload', 'body']);
  for (const seq of [inside, outside]) {
    expect(
      await checkAmendment(first(), seq, (await draftAmendment(first(), requestFor(seq), why)).text),
    ).toMatchObject({
      cause: 'future',
    });
    await approved(seq, await proposed(seq, (sent) => sent.replace(late, '2026-11-19T12:00:00Z')));
    expect(await again(seq)).toBe('processed');
  }
});

test('a body that was no envelope, and one that was no JSON, are written anew as a whole and read by the format of their source', async () => {
  const good = inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId: 'dsp_whole' } });
  const { specversion: _, ...bare } = good;
  const letter = await dead(bare);
  const id = await proposed(letter, (sent) => JSON.stringify({ ...JSON.parse(sent), specversion: '1.0' }));
  await approved(letter, id);
  expect(await again(letter)).toBe('processed');

  const issued = inventedEvent('prescription.issued', { data: { prescription_id: 'rx_comma' } });
  const comma = await dead(JSON.stringify(issued).replace(/\}$/, ',}'), 'demo-osigu');
  expect((await getDeadLetter(first(), comma)).amendable).toBe('body');
  await approved(comma, await proposed(comma, (sent) => sent.replace(/,\}$/, '}')));
  expect(await again(comma)).toBe('processed');
  expect(await everyone.rows(`select id from "Prescription" where id = 'osigu:rx_comma'`)).toHaveLength(1);
});

test('one item of a batch is amended by itself', async () => {
  const good = inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId: 'dsp_first' } });
  const { source: _, ...bare } = inventedEvent('medication.dispensing.completed.v1', {
    data: { dispenseId: 'dsp_second' },
  });
  const seq = await dead(JSON.stringify([good, bare]));
  const draft = await draftAmendment(first(), requestFor(seq), why);
  expect(JSON.parse(draft.sent)).toEqual(bare);
  await approved(
    seq,
    await proposed(seq, (sent) => JSON.stringify({ ...JSON.parse(sent), source: 'ghasi/medication-service' })),
  );
  expect(await again(seq)).toBe('processed');
  expect(await everyone.rows('select id from "Dispense" order by id')).toEqual([
    { id: 'medication:dsp_first' },
    { id: 'medication:dsp_second' },
  ]);
});

test('an amendment cannot become an event that is kept already, nor make ours what another tenant was sent', async () => {
  const good = inventedEvent('medication.dispensing.completed.v1', { data: { dispenseId: 'dsp_kept' } });
  await receiveWebhook('demo-medication', signedRequest(demoSender('demo-medication'), good));
  const { specversion: _, ...bare } = good;
  const seq = await dead(bare);
  await draftAmendment(first(), requestFor(seq), why);
  const text = JSON.stringify({ ...bare, specversion: '1.0' });
  await expect(amend(first(), requestFor(seq), { text, reason: why })).rejects.toMatchObject({ code: 'already-kept' });

  const strange = await dead({ ...broken('dsp_strange'), tenantid: 'ten_other' });
  expect((await getDeadLetter(first(), strange)).amendable).toBe('no');
  await expect(draftAmendment(first(), requestFor(strange), why)).rejects.toMatchObject({ code: 'not-amendable' });
  const theirs = JSON.stringify({ ...bare, id: 'evt_theirs', specversion: '1.0', tenantid: 'ten_other' });
  expect(await checkAmendment(first(), seq, theirs)).toMatchObject({ ok: false, cause: 'wrong-tenant' });
});

test('what failed again after its amendment is amended again; the one before stays to be seen', async () => {
  const seq = await dead(broken('dsp_twice'));
  await approved(seq, await proposed(seq, mended('dsp_once')));
  const draft = await draftAmendment(first(), requestFor(seq), why);
  expect([JSON.parse(draft.text).dispenseId, JSON.parse(draft.sent).dispenseId]).toEqual(['dsp_once', ['dsp_twice']]);
  await approved(seq, await proposed(seq, mended('dsp_twice')));
  expect(await again(seq)).toBe('processed');
  expect(await everyone.rows('select id from "Dispense"')).toEqual([{ id: 'medication:dsp_twice' }]);
  const { amendments } = await getDeadLetter(first(), seq);
  expect(amendments.map(({ state }) => state)).toEqual(['approved', 'superseded']);
  for (const change of [
    `update "Amendment" set text = 'x'`,
    `update "Amendment" set state = 'proposed'`,
    'delete from "Amendment"',
  ])
    await expect(everyone.rows(change)).rejects.toThrow('kept as it was');
});

test('the list of what waits for a second person; a discarded letter is not amended', async () => {
  const seq = await dead(broken('dsp_waits'));
  const waiting = async () => (await listDeadLetters(second(), { amendment: 'proposed', limit: 50 })).items;
  expect(await waiting()).toEqual([]);
  const id = await proposed(seq, mended('dsp_waits'));
  expect(await waiting()).toMatchObject([{ seq: Number(seq), amendment: 'proposed' }]);
  await settleDeadLetters(first(), 'discard', { ids: [seq] }, { reason: why, requestId: 'req' });
  await revealAmendment(second(), { ...requestFor(seq), id }, why);
  await expect(decide(second(), seq, id, 'approve')).rejects.toMatchObject({ code: 'not-open' });
  await expect(draftAmendment(first(), requestFor(seq), why)).rejects.toMatchObject({ code: 'not-open' });
});

test("another tenant's admin finds nothing to amend", async () => {
  const seq = await dead(broken('dsp_far'));
  const id = await proposed(seq, mended('dsp_far'));
  const stranger = as('admin@other.test');
  await expect(draftAmendment(stranger, requestFor(seq), why)).rejects.toMatchObject({ status: 404 });
  await expect(revealAmendment(stranger, { ...requestFor(seq), id }, why)).rejects.toMatchObject({ status: 404 });
  await expect(decide(stranger, seq, id, 'approve')).rejects.toMatchObject({ status: 404 });
});
