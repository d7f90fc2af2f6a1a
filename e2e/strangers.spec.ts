import { expect, test } from '@playwright/test';
import { askingAs, type Belongings, type DoorCase, make } from './authorization/belongings.ts';
import { belongingsDoors, isBelongingsDoor, urlOf } from './authorization/belongings-doors.ts';
import { type SignedIn, signInForApi } from './authorization/roles.ts';
import { doors } from './authorization/routes.ts';

// Ids that are another tenant's, and real: whoever has got hold of one gets nothing by it, in a path, a query or a body.
let base: string;
let owner: SignedIn;
let stranger: SignedIn;
let own: Belongings;
let before: string;

test.beforeAll(async ({ baseURL }) => {
  base = baseURL ?? '';
  [owner, stranger] = await Promise.all([
    signInForApi(base, 'admin@other.test'),
    signInForApi(base, 'admin@demo.test'),
  ]);
  own = await make(base, owner);
  await expect
    .poll(async () => word(await askingAs(base, owner)(`/api/replays/${own.replay}`), 'state'))
    .toBe('previewed');
  before = await state(askingAs(base, owner));
});

const word = ({ json }: { readonly json: unknown }, name: string) => Reflect.get(Object(json), name);

/** The owner's view of their records: any change by a stranger's action would show here. */
async function state(ask: DoorCase): Promise<string> {
  const paths = [`/api/replays/${own.replay}`, `/api/dead-letters/${own.letter}`, '/api/sources', '/api/subscriptions'];
  const lists = ['/api/retention/holds', '/api/flow/recipients', '/api/accounts'];
  const answers = await Promise.all([...paths, ...lists].map((path) => ask(path)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const moving = new Set([
    'at',
    'asOf',
    'lastAt',
    'lastSeenAt',
    'lastUsedAt',
    'sessions',
    'sent',
    'figures',
    'deliveries',
  ]);
  return JSON.stringify(
    answers.map(({ json }) => json),
    (key, value) => (moving.has(key) ? undefined : value),
  );
}

test('every door that names something of an admin’s is tried', () => {
  expect(doors().filter(isBelongingsDoor).sort()).toEqual(Object.keys(belongingsDoors).sort());
});

for (const [door, body] of Object.entries(belongingsDoors)) {
  test(`${door}: of another tenant there is no such thing`, async () => {
    const path = urlOf(door, own);
    const { status, json } = await askingAs(base, stranger)(path, door.startsWith('GET') ? undefined : body);
    expect([path, status]).toEqual([path, 404]);
    expect(JSON.stringify(json)).not.toContain(own.sourceKey);
    // It is the owner's, and there: nobody's id would be refused whatever the wall.
    if (door.startsWith('GET')) expect((await askingAs(base, owner)(path)).status).toBe(200);
  });
}

test('an id of another tenant in a query or a body finds nothing', async () => {
  const ask = askingAs(base, stranger);
  const reason = 'the walls are tried';
  const ids = [Number(own.letter)];
  for (const act of ['discard', 'reopen'])
    expect(word(await ask(`/api/dead-letters/${act}`, { reason, ids }), 'moved')).toBe(0);
  const begun = await ask('/api/replays', { previewId: own.replay, ratePerSecond: 1 });
  expect(begun.status).toBe(404);
  const preview = await ask('/api/replays/preview', { name: 'The walls', reason, ids });
  expect(word(await ask(`/api/replays/${word(preview, 'previewId')}`), 'total')).toBe(0);
  const hold = await ask('/api/retention/holds', { kind: 'source', subject: own.sourceKey, reason });
  expect(hold.status).toBe(422);
  const lists = [`dead-letters?source=${own.sourceKey}`, `dead-letters/groups?source=${own.sourceKey}`];
  const more = [`events?source=${own.sourceKey}`, `audit?id=${own.source}`, `audit?id=${own.replay}`];
  for (const list of [...lists, ...more])
    expect(await ask(`/api/${list}`)).toMatchObject({ status: 200, json: { items: [] } });
});

test('after all that, everything of the owner’s is as it was', async () => {
  expect(await state(askingAs(base, owner))).toBe(before);
});
