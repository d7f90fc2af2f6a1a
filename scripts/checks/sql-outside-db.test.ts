import { expect, test } from 'vitest';
import { sqlOutsideDb } from './sql-outside-db.ts';

const models = new Set(['user', 'ledgerEvent']);
const found = (text: string, path = 'lib/commands/x/invented.ts') => sqlOutsideDb(path, text, models);

test.each([
  ['raw SQL as a template', 'const f = (tx: Tx) => tx.$queryRaw`select 1`;'],
  ['raw SQL with a type', 'const f = (tx: Tx) => tx.$queryRaw<{ a: 1 }[]>`select 1`;'],
  ['raw SQL of a client whose name nobody knows', 'const f = (x) => x.$executeRawUnsafe("select 1");'],
  ['a method of a model', 'const f = (tx: Tx) => tx.user.findMany({});'],
  ['a method of a model, optionally', 'const f = (it?: unknown) => it?.user?.update({});'],
  ['a method of a model by its text', "const f = (x) => x['ledgerEvent']['count']();"],
  ['a method of a model that is only named', 'const f = (x) => list.map(x.user.findUnique);'],
  ['a model that is put aside', 'const f = (tx: Tx) => { const people = tx.user; return people; };'],
  ['a model that is taken apart', 'const f = (tx: Tx) => { const { user } = tx; return user; };'],
  ['a transaction that is taken apart as a parameter', 'const f = ({ user }: Tx) => user;'],
  ['a transaction that inTenant hands out', 'inTenant(scope, async (it) => { const { user } = it; return user; });'],
  ['a transaction that acrossTenants hands out', 'acrossTenants((all) => all.user);'],
  ['a transaction of its own', "prisma('any').$transaction((tx) => work(tx));"],
  ['a client that is kept', "const db = prisma('any'); const { user } = db;"],
  ['a client whose end is its own', "const db = connect(url, 'lasting'); await db.$disconnect();"],
  ['a transaction under the type of the library', 'const f = (t: Prisma.TransactionClient) => t.user;'],
])('is found: %s', (_, text) => {
  expect(found(text)).toHaveLength(1);
});

test('names the file, the line and its code', () => {
  expect(found('const a = 1;\nconst f = (tx: Tx) => tx.user.count();')).toEqual([
    'lib/commands/x/invented.ts:2 tx.user.count',
  ]);
});

test.each([
  ['a transaction that is handed on', 'inTenant(scope, (tx) => saveUser(tx, tenantId, user));'],
  ['a client that is handed on', "await putOff(prisma('any'), tenantId);"],
  ['something of our own that is called as a model is', 'const name = found.user.name; const n = events.count();'],
  ['a list with the methods of a list', 'const one = users.find(({ id }) => id === wanted);'],
  ['prose and text', "// tx.user.update\nconst text = 'tx.user.update()';"],
])('is not found: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('a screen is looked at too', () => {
  expect(found('const V = () => <p>{x.user.count()}</p>;', 'components/x/view.tsx')).toHaveLength(1);
});
