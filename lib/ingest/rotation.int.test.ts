import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { changeSource } from '#lib/commands/connections/change-source';
import { createSource } from '#lib/commands/connections/create-source';
import { endOldSecret, rotateSource } from '#lib/commands/connections/rotate-source';
import { pauseSource, turnOffSource, turnOnSource } from '#lib/commands/connections/switch-source';
import { readSession } from '#lib/db/access/session';
import type { Account } from '#lib/domain/access/account';
import type { WireFormatName } from '#lib/domain/base/system';
import { listSources } from '#lib/views/connections/sources';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { type Sender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';

type Receive = typeof import('./receive-webhook.ts').receiveWebhook;

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;
/** Two processes, each with its own cache of sources. */
let processes: readonly Receive[];

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const account = (await readSession((await sessionCookie('admin@demo.test')).sessionId))?.account;
  if (!account) throw new Error('no session');
  admin = account;
  const first = (await import('./receive-webhook.ts')).receiveWebhook;
  vi.resetModules();
  processes = [first, (await import('./receive-webhook.ts')).receiveWebhook];
}, 30_000);
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const one = (id: string) => ({ id, requestId: 'req_test' });
const rowOf = async (id: string) => {
  const found = (await listSources(admin)).items.find((row) => row.id === id);
  if (!found) throw new Error('no source');
  return found;
};
const versionOf = async (id: string) => (await rowOf(id)).version;

let made = 0;
async function newSource(format: WireFormatName = 'medication-service'): Promise<Sender & { id: string }> {
  const key = `rotated-${++made}`;
  const environment = format === 'osigu' ? 'sandbox' : null;
  const { id, secret } = await createSource(admin, { key, name: key, format, environment }, 'req_test');
  if (secret === null) throw new Error('no secret');
  return { id, key, format, secret };
}

const event = () => inventedEvent('medication.prescription.signed.v1');
const post = (receive: Receive, sender: Sender) => receive(sender.key, signedRequest(sender, event()));

test('while a secret is changed over, under traffic to every process, not one event is refused', async () => {
  const sender = await newSource();
  let secret = sender.secret;
  let going = true;
  const answers: number[] = [];
  const traffic = processes.flatMap((receive) =>
    Array.from({ length: 4 }, async () => {
      while (going) answers.push((await post(receive, { ...sender, secret })).status);
    }),
  );
  for (let round = 0; round < 3; round++) {
    const { secret: next } = await rotateSource(admin, one(sender.id), {
      version: await versionOf(sender.id),
      overlapHours: 1,
    });
    // The sender changes over the very moment the secret is there.
    secret = next ?? '';
    const enough = answers.length + 40;
    await vi.waitUntil(() => answers.length > enough, 10_000);
    await endOldSecret(admin, one(sender.id), await versionOf(sender.id));
  }
  going = false;
  await Promise.all(traffic);
  expect(answers.length).toBeGreaterThan(120);
  expect(answers.filter((status) => status !== 202)).toEqual([]);
  const [kept] = await everyone.rows<{ n: number }>(
    `select count(*)::int as n from "LedgerEvent" where "sourceId" = $1`,
    [sender.id],
  );
  expect(kept?.n).toBe(answers.length);
});

test('during the overlap both secrets are valid; afterwards the old one is refused at once, in every process', async () => {
  const sender = await newSource('osigu');
  for (const receive of processes) expect((await post(receive, sender)).status).toBe(202);
  const { secret, previousUntil } = await rotateSource(admin, one(sender.id), { version: 1, overlapHours: 24 });
  expect(Date.parse(previousUntil ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
  const next = { ...sender, secret: secret ?? '' };
  for (const receive of processes)
    for (const who of [sender, next]) expect((await post(receive, who)).status).toBe(202);
  await everyone.rows(
    `update "SourceSecret" set "expiresAt" = now() + interval '1200 milliseconds' where "sourceId" = $1 and "expiresAt" is not null`,
    [sender.id],
  );
  await vi.waitUntil(
    async () =>
      (await Promise.all(processes.map((receive) => post(receive, sender)))).every(({ status }) => status === 401),
    4_000,
  );
  for (const receive of processes) expect((await post(receive, next)).status).toBe(202);
});

test('there are never more than two secrets: a third waits until the first has ended', async () => {
  const { id } = await newSource();
  await rotateSource(admin, one(id), { version: 1, overlapHours: 168 });
  const again = { version: 2, overlapHours: 1 } as const;
  await expect(rotateSource(admin, one(id), again)).rejects.toMatchObject({ status: 409, code: 'overlap' });
  await endOldSecret(admin, one(id), 2);
  await rotateSource(admin, one(id), { ...again, version: 3 });
  expect((await rowOf(id)).secrets.length).toBe(2);
  await expect(endOldSecret(admin, one((await newSource()).id), 1)).rejects.toMatchObject({ code: 'no-overlap' });
});

test('two admins at once: one change is saved, the other is refused with the reason; each is in the audit log', async () => {
  const { id } = await newSource();
  const both = await Promise.allSettled([
    rotateSource(admin, one(id), { version: 1, overlapHours: 1 }),
    changeSource(admin, one(id), { version: 1, name: 'Another name' }),
    pauseSource(admin, { ...one(id), version: 1 }, 'to see who wins'),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const no of both)
    if (no.status === 'rejected') expect(no.reason).toMatchObject({ status: 409, code: 'changed' });
  const lines = await everyone.rows(`select action from "AuditEntry" where "subjectId" = $1 order by seq`, [id]);
  expect(lines.length).toBe(2);
});

test('turned off, a source is not found within a second, and on again it is', async () => {
  const sender = await newSource();
  expect((await post(processes[0] ?? fail(), sender)).status).toBe(202);
  await turnOffSource(admin, { ...one(sender.id), version: 1 }, { reason: 'moved away', key: sender.key });
  const all = (status: number) => async () =>
    (await Promise.all(processes.map((receive) => post(receive, sender)))).every((answer) => answer.status === status);
  await vi.waitUntil(all(404), 1_500);
  await turnOnSource(admin, { ...one(sender.id), version: 2 });
  await vi.waitUntil(all(202), 1_500);
});

test('a secret is shown once and kept sealed; what a sender issued is not shown at all', async () => {
  const given = 'issued-by-the-sender-0123456789';
  const source = { key: 'given-secret', name: 'Given', format: 'photon', secret: given } as const;
  const { id, secret } = await createSource(admin, source, 'req_test');
  expect(secret).toBeNull();
  expect(
    (
      await processes[0]?.(
        'given-secret',
        signedRequest(
          { key: 'given-secret', format: 'photon', secret: given },
          inventedEvent('photon-prescription-created'),
        ),
      )
    )?.status,
  ).toBe(202);
  const contents = JSON.stringify([
    await listSources(admin),
    await everyone.rows('select * from "AuditEntry"'),
    await everyone.rows('select * from "SourceSecret"'),
  ]);
  expect(contents).not.toContain(given);
  expect((await rowOf(id)).curl).toContain('PASTE-THE-SECRET-HERE');
  await expect(createSource(admin, source, 'req_test')).rejects.toMatchObject({ status: 409, code: 'key-taken' });
  const short = { ...source, key: 'short-secret', secret: 'short' };
  expect(() => createSource(admin, short, 'req_test')).toThrow();
});

test("an envelope may name the source's own tenant id only", async () => {
  const bound = { key: 'bound-tenant', name: 'Bound', format: 'medication-service', wireId: 'ten_branch' } as const;
  const { secret } = await createSource(admin, bound, 'req_test');
  const sender = { key: bound.key, format: bound.format, secret: secret ?? '' };
  const named = (tenantid: string) => signedRequest(sender, { ...event(), tenantid });
  expect(await processes[0]?.(bound.key, named('ten_branch'))).toMatchObject({ accepted: 1 });
  expect(await processes[0]?.(bound.key, named('ten_demo'))).toMatchObject({ quarantined: 1 });
});

test('another tenant cannot change a source, and gets the answer of an unknown one', async () => {
  const account = (await readSession((await sessionCookie('admin@other.test')).sessionId))?.account;
  const { id } = await newSource();
  if (!account) throw new Error('no session');
  await expect(rotateSource(account, one(id), { version: 1, overlapHours: 1 })).rejects.toMatchObject({ status: 404 });
  expect((await listSources(account)).items.map((row) => row.key)).toEqual(['other-medication']);
});

function fail(): never {
  throw new Error('no process');
}
