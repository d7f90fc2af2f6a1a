import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findOpenDemo } from '#lib/db/overview/open-demo';
import { flushRefusals } from '#lib/ingest/refused';
import { listSources } from '#lib/views/connections/sources';
import { getFlow } from '#lib/views/flow/flow';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../../app/api/webhooks/[source]/route.ts';
import { signTest } from './send-test-event.ts';
import { pauseSource, resumeSource, turnOffSource, turnOnSource } from './switch-source.ts';

// An admin's actions on a source, and the answers that its sender gets from then on.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let account: Awaited<ReturnType<typeof accountsOf>>;
const sender = demoSender('demo-medication');
const reason = 'their release is under way';

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  account = await accountsOf(everyone);
});
beforeEach(async () => {
  await flushRefusals();
  await everyone.rows('truncate "LedgerEvent", "SourceRefusal", "AuditEntry"');
  await everyone.rows(
    'update "Source" set "disabledAt" = null, "pausedAt" = null, "stateReason" = null, "stateBy" = null',
  );
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const admin = () => account('admin@demo.test');

async function present() {
  const { items } = await listSources(admin());
  const found = items.find(({ key }) => key === sender.key);
  if (!found) throw new Error('the source is gone');
  return found;
}

async function about() {
  const { id, version } = await present();
  return { id, version, requestId: 'req_1' };
}

const send = () => {
  const request = signedRequest(sender, inventedEvent('medication.prescription.signed.v1'));
  return POST(request, { params: Promise.resolve({ source: sender.key }) });
};
const forged = () => {
  const request = signedRequest(
    { ...sender, secret: 'of-somebody-else' },
    inventedEvent('medication.prescription.signed.v1'),
  );
  return POST(request, { params: Promise.resolve({ source: sender.key }) });
};
const answers = (status: number) => expect.poll(async () => (await send()).status, { timeout: 5_000 }).toBe(status);
const entries = () =>
  everyone.rows<{ action: string; reason: string | null }>('select action, reason from "AuditEntry" order by seq');

test('a paused source answers 503 with Retry-After, stores nothing, and is shown as paused and by whom', async () => {
  await pauseSource(admin(), await about(), reason);
  await answers(503);
  await everyone.rows('truncate "LedgerEvent"');
  const answer = await send();
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await forged()).status).toBe(503);
  expect(await everyone.rows('select 1 from "LedgerEvent"')).toEqual([]);

  await flushRefusals();
  const source = await present();
  expect(source).toMatchObject({ state: 'paused', disabledAt: null });
  expect(source.switched).toEqual({ at: expect.any(String), by: 'Elena Tobar', reason });
  expect(source.counts.refused['paused']).toBeGreaterThanOrEqual(2);
  expect(await entries()).toEqual([{ action: 'source.paused', reason }]);
});

test('resumed, it takes events again, and nothing of the pause stays', async () => {
  await pauseSource(admin(), await about(), reason);
  await answers(503);
  await resumeSource(admin(), await about());
  await answers(202);
  expect(await present()).toMatchObject({ state: 'active', switched: null });
  expect((await entries()).map(({ action }) => action)).toEqual(['source.paused', 'source.resumed']);
});

test('turned off, also out of a pause, it is answered 404; turned on, it takes events', async () => {
  await pauseSource(admin(), await about(), reason);
  await turnOffSource(admin(), await about(), { reason: 'the contract has ended', key: sender.key });
  await answers(404);
  const source = await present();
  expect(source).toMatchObject({ state: 'off', disabledAt: expect.any(String) });
  expect(source.switched).toMatchObject({ by: 'Elena Tobar', reason: 'the contract has ended' });
  await turnOnSource(admin(), await about());
  await answers(202);
  expect(await present()).toMatchObject({ state: 'active', disabledAt: null, switched: null });
});

test('turning off wants the key of this very source', async () => {
  await expect(turnOffSource(admin(), await about(), { reason, key: 'demo-photon' })).rejects.toMatchObject({
    paths: ['body.key'],
  });
  expect(await present()).toMatchObject({ state: 'active' });
});

test('of two admins at once the second is refused with the reason, whatever each of them does', async () => {
  const seen = await about();
  await pauseSource(admin(), seen, reason);
  const late = account('admin2@demo.test');
  await expect(turnOffSource(late, seen, { reason, key: sender.key })).rejects.toMatchObject({ code: 'changed' });
  await expect(pauseSource(late, seen, reason)).rejects.toMatchObject({ code: 'changed' });
  await expect(resumeSource(late, seen)).rejects.toMatchObject({ code: 'changed' });
  expect(await present()).toMatchObject({ state: 'paused' });
});

test('what does not fit the state is refused by name: an off source is not paused, a paused one not turned on', async () => {
  await expect(resumeSource(admin(), await about())).rejects.toMatchObject({ code: 'not-paused' });
  await pauseSource(admin(), await about(), reason);
  await expect(pauseSource(admin(), await about(), reason)).rejects.toMatchObject({ code: 'paused' });
  await expect(turnOnSource(admin(), await about())).rejects.toMatchObject({ code: 'paused' });
  await turnOffSource(admin(), await about(), { reason, key: sender.key });
  await expect(pauseSource(admin(), await about(), reason)).rejects.toMatchObject({ code: 'off' });
  await expect(resumeSource(admin(), await about())).rejects.toMatchObject({ code: 'not-paused' });
});

test('a test of a paused source is not sent: it says that it is paused', async () => {
  await pauseSource(admin(), await about(), reason);
  await expect(signTest(admin(), (await about()).id, 'req_2')).rejects.toMatchObject({ code: 'paused' });
});

test('another tenant’s admin finds no such source', async () => {
  await expect(pauseSource(account('admin@other.test'), await about(), reason)).rejects.toMatchObject({ status: 404 });
});

test('on Flow a paused source is paused and not silent, and one that stays paused is reported', async () => {
  await pauseSource(admin(), await about(), reason);
  const { id } = await present();
  await everyone.rows(
    `insert into "SourceExpectation" ("tenantId", "sourceId", "everyMinutes", "fromHour", "toHour", "setAt", "setBy") values ('demo', $1, 5, 0, 24, now() - interval '2 days', 'x') on conflict do nothing`,
    [id],
  );
  await everyone.rows(
    `update "Source" set "pausedAt" = now() - interval '5 hours', "createdAt" = now() - interval '9 days' where id = $1`,
    [id],
  );
  const flow = await getFlow(admin());
  const row = flow.sources.find(({ key }) => key === sender.key);
  expect(row).toMatchObject({ state: 'paused', switched: { by: 'Elena Tobar', reason } });
  const kinds = flow.alerts.filter(({ subject }) => subject === id).map(({ kind }) => kind);
  expect(kinds).not.toContain('source-silent');
  await resumeSource(admin(), await about());
  const resumed = await getFlow(admin());
  expect(resumed.sources.find(({ key }) => key === sender.key)?.silence.state).not.toBe('silent');
});

test('a paused source of the demo is open all the same, once the demo is off', async () => {
  await pauseSource(admin(), await about(), reason);
  const { prisma } = await import('#lib/db/base/prisma');
  const { demoNames } = await import('#prisma/demo-names');
  expect((await findOpenDemo(prisma('any'), demoNames)).sources).toContain(sender.key);
});
