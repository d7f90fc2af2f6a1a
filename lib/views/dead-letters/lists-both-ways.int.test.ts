import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleDeadLetters } from '#lib/commands/dead-letters/settle-dead-letters';
import type { Paged } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { Account } from '#lib/domain/access/account';
import { receiveWebhook } from '#lib/ingest/receive-webhook';
import { listFile } from '#lib/views/base/list-file';
import { listAudit } from '#lib/views/ledger/audit';
import { listEvents } from '#lib/views/ledger/events';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { deadLetterCells, listDeadLetters } from './dead-letters.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  admin = (await accountsOf(everyone))('admin@demo.test');
  for (const text of ['{', '[', 'no', '{{', '[[', 'nor', '}'])
    await receiveWebhook('demo-osigu', signedRequest(demoSender('demo-osigu'), text));
  await processAll();
  const { items } = await listDeadLetters(admin, { limit: 50 });
  for (const { seq } of items)
    await settleDeadLetters(
      admin,
      'discard',
      { ids: [BigInt(seq)] },
      { reason: 'settled for a test', requestId: 'req' },
    );
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

async function numbersOf(page: (paged: Paged) => Promise<Page<{ readonly seq: number }>>): Promise<number[]> {
  const numbers: number[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page({ cursor, limit: 3 });
    numbers.push(...items.map(({ seq }) => seq));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return numbers;
}

test('a list read from its other end is the same list, page by page', async () => {
  const both = [
    [
      await numbersOf((page) => listEvents(admin, { ...page, sort: '-received' })),
      await numbersOf((page) => listEvents(admin, { ...page, sort: 'received' })),
    ],
    [
      await numbersOf((page) => listDeadLetters(admin, { ...page, sort: '-received' })),
      await numbersOf((page) => listDeadLetters(admin, { ...page, sort: 'received' })),
    ],
    [
      await numbersOf((page) => listAudit(admin, { ...page, action: 'dead-letter.discarded', sort: '-at' })),
      await numbersOf((page) => listAudit(admin, { ...page, action: 'dead-letter.discarded', sort: 'at' })),
    ],
  ] as const;
  for (const [last, first] of both) {
    expect(last.length).toBeGreaterThanOrEqual(7);
    expect(first).toEqual(last.toReversed());
    expect(new Set(first).size).toBe(first.length);
  }
});

test('a file has the requested order', async () => {
  const file = await listFile(
    admin,
    'dead-letters',
    deadLetterCells,
    (page) => listDeadLetters(admin, { ...page, sort: 'received' }),
    'req',
  );
  const [, ...lines] = (await file.text()).trim().split('\n');
  const numbers = lines.map((line) => Number(line.split(',')[0]));
  expect(numbers).toHaveLength(7);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});
