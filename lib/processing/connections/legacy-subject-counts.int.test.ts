import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSession } from '#lib/db/access/session';
import { namedTypes } from '#lib/db/connections/legacy-subject-parity';
import type { Account } from '#lib/domain/access/account';
import { legacySubjects } from '#lib/events/legacy-subjects';
import { getNameParity, listParityFacts } from '#lib/views/connections/legacy-subject-parity';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { countLegacySubjects } from './legacy-subject-counts.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const account = (await readSession((await sessionCookie('admin@demo.test')).sessionId))?.account;
  if (!account) throw new Error('no session');
  admin = account;
}, 30_000);
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const [subject, legacy] = ['medication.prescription.signed.v1', 'med.order.signed'];
let ids = 0;
async function sign(...names: readonly string[]): Promise<void> {
  const prescriptionId = `rx_named_${++ids}`;
  for (const name of names) await keep(inventedEvent(name, { data: { prescriptionId } }));
  await processAll();
}
async function row(source?: string) {
  await countLegacySubjects();
  const found = (await getNameParity(admin, { days: 30, source })).items.find(({ type }) => type === subject);
  if (!found) throw new Error('no row');
  return found;
}

test('the types that are read are those of the mapping, and the index holds the same', async () => {
  expect([...namedTypes].sort()).toEqual([...new Set(legacySubjects.values())].sort());
  const [index] = await everyone.rows<{ def: string }>(
    `select pg_get_indexdef(oid) as def from pg_class where relname = 'LedgerEvent_named'`,
  );
  expect([...(index?.def ?? '').matchAll(/'(medication\.[\w.]+)'/g)].map(([, type]) => type).sort()).toEqual(
    [...namedTypes].sort(),
  );
});

test('facts are distinguished by their names, whatever the order, and move when the other name comes', async () => {
  expect(await row()).toMatchObject({ both: 0, legacyOnly: 0, subjectOnly: 0, verdict: 'silent' });
  await sign(subject, legacy);
  await sign(legacy, subject, legacy, subject);
  await sign(legacy);
  await sign(subject);
  await sign(subject, subject);
  expect(await row()).toMatchObject({ both: 2, legacyOnly: 1, subjectOnly: 2, waiting: 1, verdict: 'unproven' });
  const prescriptionId = 'rx_named_3';
  await keep(inventedEvent(subject, { data: { prescriptionId } }));
  await processAll();
  expect(await row()).toMatchObject({ both: 3, legacyOnly: 0, subjectOnly: 2, waiting: 0 });
});

test('reading again, from the beginning too, changes nothing', async () => {
  const before = await row();
  await everyone.rows('delete from "NameReading"');
  expect(await row()).toEqual(before);
});

test('a legacy fact that had an hour for its new name is the reason to keep the name', async () => {
  for (let n = 0; n < 20; n++) await sign(legacy, subject);
  expect(await row()).toMatchObject({ verdict: 'retire', lastLegacyOnlyAt: null });
  await sign(legacy);
  expect(await row()).toMatchObject({ verdict: 'retire', waiting: 1 });
  await everyone.rows(`update "FactName" set "firstAt" = now() - interval '2 hours' where "subjectAt" is null`);
  const counted = await row();
  expect(counted.verdict).toBe('keep');
  expect(Date.now() - Date.parse(counted.lastLegacyOnlyAt ?? '')).toBeGreaterThan(3_600_000);
});

test('every number opens exactly the facts it counts, page by page', async () => {
  const now = await row();
  for (const [kind, count] of [
    ['both', now.both],
    ['legacy', now.legacyOnly],
    ['subject', now.subjectOnly],
  ] as const) {
    const keys: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listParityFacts(admin, {
        type: subject,
        kind,
        days: 30,
        limit: 7,
        ...(cursor ? { cursor } : {}),
      });
      keys.push(...page.items.map(({ factKey }) => factKey));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect([new Set(keys).size, keys.length]).toEqual([count, count]);
  }
});

test('by source, and each name with when it was last seen', async () => {
  const all = await row();
  expect(await row('src_medication-service')).toMatchObject({ both: all.both, legacyOnly: all.legacyOnly });
  expect(await row('src_nobody')).toMatchObject({ both: 0, verdict: 'silent' });
  expect(all.subject.lastSeq).toBeGreaterThan(0);
  expect(all.legacy.map(({ name, lastAt }) => [name, lastAt !== null])).toEqual([
    ['med.order.signed', true],
    ['MEDICATION.medication.signed', false],
  ]);
});

test('reading goes by an index, whatever the history', async () => {
  const plan = await everyone.rows<Record<string, string>>(
    `explain select seq from "LedgerEvent" where status = 'processed' and "factKey" is not null and type in (${namedTypes
      .map((type) => `'${type}'`)
      .join(', ')}) and ("processedAt", seq) > (now(), 0) order by "processedAt", seq limit 2000`,
  );
  expect(JSON.stringify(plan)).toContain('LedgerEvent_named');
});
