import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { prisma } from './prisma.ts';
import { askedTooMuch, databaseIsAway } from './sql-state.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database.close());

const judged = (error: unknown) => ({ away: databaseIsAway(error), tooMuch: askedTooMuch(error) });
const thrown = (work: Promise<unknown>) => work.then(() => 'nothing', judged);

const raised = (code: string) =>
  thrown(prisma('any').$executeRawUnsafe(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`));

test('the database is away where it cannot be reached, is full or shuts down; not where one piece of work asked too much of it', async () => {
  for (const code of ['08006', '53100', '53300', '57P01', '57P03'])
    expect([code, await raised(code)]).toEqual([code, { away: true, tooMuch: false }]);
  for (const code of ['53000', '53200', '53400'])
    expect([code, await raised(code)]).toEqual([code, { away: false, tooMuch: true }]);
  for (const code of ['22021', '40P01', '57014'])
    expect([code, await raised(code)]).toEqual([code, { away: false, tooMuch: false }]);
});

test('a transaction that took too long asked too much', async () => {
  const slow = prisma('any').$transaction((tx) => tx.$queryRaw`select 1 from pg_sleep(0.2)`, { timeout: 20 });
  expect(await thrown(slow)).toEqual({ away: false, tooMuch: true });
});

test('a transaction that could not begin in time found the database away', async () => {
  const free = Promise.withResolvers<void>();
  const holders = Array.from({ length: 6 }, () => prisma('any').$transaction(() => free.promise));
  const late = prisma('any').$transaction((tx) => tx.$queryRaw`select 1`, { maxWait: 50 });
  expect(await thrown(late)).toEqual({ away: true, tooMuch: false });
  free.resolve();
  await Promise.all(holders);
});
