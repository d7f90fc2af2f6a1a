import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '#lib/domain/access/account';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { csvFile } from './csv-file.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let as: (email: string) => Account;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  as = await accountsOf(everyone);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

test('pages without rows in the middle of a list do not stop its file', async () => {
  const pages = [['a'], [], [], [], ['b'], []];
  const page = async (cursor: string | undefined) => {
    const at = Number(cursor ?? 0);
    return { items: pages[at] ?? [], nextCursor: at + 1 < pages.length ? String(at + 1) : null };
  };
  const list = { name: 'gaps', columns: ['letter'], page, line: (letter: string) => [letter] };
  const file = await csvFile(as('admin@demo.test'), list, 'file-gaps');
  expect(await file.text()).toBe('letter\na\nb\n');
});

test('every file begins with the byte-order mark, so that a spreadsheet reads its accents', async () => {
  const page = async () => ({ items: ['Zúñiga'], nextCursor: null });
  const list = { name: 'marked', columns: ['name'], page, line: (name: string) => [name] };
  const file = await csvFile(as('admin@demo.test'), list, 'file-marked');
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString()).toBe('\uFEFFname\nZúñiga\n');
});
