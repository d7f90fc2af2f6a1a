import { expect, test } from '@playwright/test';
import { demoAccounts } from '#prisma/demo';
import { open, type Walled, walled } from './authorization/expectations.ts';
import { type OwnedRecord, prescribe, type SignedIn, signInForApi } from './authorization/roles.ts';
import { doors } from './authorization/routes.ts';

// Every route × every account of both tenants × a record of each owner. The doors are found in the files: a new one without a line fails.
let baseUrl: string;
let askers: SignedIn[];
let places: OwnedRecord[];

test.beforeAll(async ({ baseURL }) => {
  baseUrl = baseURL ?? raise();
  askers = await Promise.all(demoAccounts.map(({ email }) => signInForApi(baseUrl, email)));
  const admin = (tenantId: string) =>
    askers.find((asker) => asker.role === 'admin' && asker.tenantId === tenantId) ?? raise();
  places = [
    await prescribe(baseUrl, admin('demo'), 'usr_demo_ana'),
    await prescribe(baseUrl, admin('demo'), 'usr_demo_luis'),
    await prescribe(baseUrl, admin('other'), 'usr_other_eva'),
  ];
});

function raise(): never {
  throw new Error('the demo has no such account, or the test no address');
}

async function ask(
  wall: Walled,
  place: OwnedRecord,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const stop = new AbortController();
  const answer = await fetch(`${baseUrl}${wall.path(place)}`, {
    ...{ method: wall.method, headers: { 'content-type': 'application/json', ...headers }, signal: stop.signal },
    ...(wall.body ? { body: JSON.stringify(wall.body(place)) } : {}),
  });
  const text = wall.kind === 'stream' && answer.ok ? '' : await answer.text();
  stop.abort();
  return { status: answer.status, text };
}

const isOwn = (asker: SignedIn, place: OwnedRecord) => asker.prescriberIds.includes(place.prescriberId);

/** The permissions in the design's table, without the product's own. */
function sees(asker: SignedIn, wall: Walled, place: OwnedRecord): boolean {
  const reach = wall.reach[asker.role];
  return reach !== 'none' && asker.tenantId === place.tenantId && (reach === 'tenant' || isOwn(asker, place));
}

function expectedStatus(asker: SignedIn, wall: Walled, place: OwnedRecord): readonly number[] {
  if (wall.reach[asker.role] === 'none') return [403];
  if (wall.kind !== 'record' || sees(asker, wall, place)) return wall.granted ?? [200];
  return [asker.tenantId === place.tenantId ? 403 : 404];
}

test('every door of the API has its line, and every line its door', () => {
  expect([...doors()].sort()).toEqual([...Object.keys(walled), ...Object.keys(open)].sort());
});

for (const [door, wall] of Object.entries(walled)) {
  test(`${door}: each account gets exactly its own records`, async () => {
    for (const place of places) {
      for (const asker of askers) {
        const { status, text } = await ask(wall, place, { cookie: asker.cookie });
        const who = `${asker.email} on ${place.prescriberId}`;
        expect(expectedStatus(asker, wall, place), who).toContain(status);
        if (wall.kind !== 'list' || status !== 200) continue;
        const { items } = JSON.parse(text);
        expect([who, items.length > 0]).toEqual([who, sees(asker, wall, place)]);
      }
    }
  });

  test(`${door}: without a session, and with a forged one, it is 401`, async () => {
    for (const headers of [{}, { cookie: 'next-auth.session-token=forged' }] as Record<string, string>[]) {
      for (const place of places) expect((await ask(wall, place, headers)).status).toBe(401);
    }
  });

  if (wall.method === 'GET') continue;
  test(`${door}: asked by another site it is refused, whoever's cookie it carries`, async () => {
    for (const asker of askers) {
      for (const place of places) {
        const { status, text } = await ask(wall, place, { cookie: asker.cookie, origin: 'https://evil.test' });
        expect([asker.email, status, text.includes('cross-site')]).toEqual([asker.email, 403, true]);
      }
    }
  });
}

for (const [door, { path, status }] of Object.entries(open)) {
  test(`${door}: is open, and a stranger gets nothing by it`, async () => {
    const [method = 'GET'] = door.split(' ');
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      redirect: 'manual',
      ...(method === 'GET' ? {} : { body: '{}' }),
    });
    expect(status).toContain(answer.status);
    const text = await answer.text();
    for (const { code, prescription } of places)
      expect([text.includes(code), text.includes(prescription)]).toEqual([false, false]);
  });
}
