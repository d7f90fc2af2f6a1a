import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { demoDatabase } from '#scripts/testing/demo-database';
import { writeAudit } from './audit.ts';
import { emptyChain } from './audit-chain.ts';
import { checkAudit, checkAuditFrom } from './check-audit.ts';
import { sealAudit } from './seal-audit.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let tamperer: pg.Client;

beforeAll(async () => {
  database = await demoDatabase();
  // Somebody with the database's own password, who takes the append-only trigger away first.
  tamperer = new pg.Client({ connectionString: database.url, options: '-c app.tenant=*' });
  await tamperer.connect();
});
afterAll(async () => {
  await tamperer.end();
  await database.close();
});
beforeEach(async () => {
  await tamperer.query('alter table "AuditEntry" disable trigger "AuditEntry_append_only"');
  await tamperer.query('delete from "AuditEntry"');
  await tamperer.query('alter table "AuditEntry" enable trigger "AuditEntry_append_only"');
});

async function write(tenantId: string, count: number): Promise<void> {
  await inTenant({ tenantId }, async (tx) => {
    for (let nth = 1; nth <= count; nth++) {
      await writeAudit(tx, {
        tenantId,
        actorId: 'usr_1',
        action: 'record.viewed',
        subjectKind: 'prescription',
        subjectId: `osigu:rx_${nth}`,
      });
    }
  });
}

const together =
  '"AuditEntry_sealed_check" check (("hash" is null) = ("sealedSeq" is null) and ("sealedSeq" is null or "sealedSeq" > 0))';

async function tamper(statement: string): Promise<void> {
  await tamperer.query('alter table "AuditEntry" disable trigger user');
  await tamperer.query('alter table "AuditEntry" drop constraint "AuditEntry_sealed_check"');
  const { rowCount } = await tamperer.query(statement);
  await tamperer.query('alter table "AuditEntry" enable trigger user');
  await tamperer.query(`alter table "AuditEntry" add constraint ${together} not valid`);
  expect(rowCount).toBeGreaterThan(0);
}

test('what was written is sealed once, per tenant, and the chain then holds', async () => {
  await write('demo', 3);
  await write('other', 2);
  const grown = await sealAudit();
  expect(grown.map(({ tenantId, sealed }) => [tenantId, sealed])).toEqual([
    ['demo', 3],
    ['other', 2],
  ]);
  expect(await sealAudit()).toEqual([]);
  expect(await checkAudit('demo')).toMatchObject({ checked: 3, fault: null, unsealed: 0, head: grown[0]?.head });
  await write('demo', 1);
  expect(await checkAudit('demo')).toMatchObject({ checked: 3, fault: null, unsealed: 1 });
  await sealAudit();
  expect(await checkAudit('demo')).toMatchObject({ checked: 4, fault: null, unsealed: 0 });
});

test('more lines than a batch are sealed in one call, and walked over page by page', async () => {
  await write('demo', 1001);
  expect(await sealAudit()).toMatchObject([{ tenantId: 'demo', sealed: 1001 }]);
  expect(await checkAudit('demo')).toMatchObject({ checked: 1001, fault: null });
});

test('workers that seal at the same time make one chain', async () => {
  await write('demo', 40);
  await Promise.all([sealAudit(), sealAudit(), sealAudit()]);
  await sealAudit();
  expect(await checkAudit('demo')).toMatchObject({ checked: 40, fault: null, unsealed: 0 });
});

test('the database itself refuses to change or delete a line', async () => {
  await write('demo', 1);
  await sealAudit();
  for (const statement of [
    'update "AuditEntry" set "actorId" = null',
    'delete from "AuditEntry"',
    'update "AuditEntry" set "hash" = null',
  ]) {
    await expect(tamperer.query(statement), statement).rejects.toThrow('append-only');
  }
});

test('the database itself takes no line that says that it is sealed already', async () => {
  const line = (sealedSeq: string, hash: string) =>
    `insert into "AuditEntry" ("tenantId", "action", "sealedSeq", "hash") values ('demo', 'record.viewed', ${sealedSeq}, ${hash})`;
  for (const statement of [line('1', "repeat('0', 64)"), line('null', "repeat('0', 64)"), line('0', 'null')])
    await expect(tamperer.query(statement), statement).rejects.toThrow('sealed after it was written');
  await write('demo', 1);
  // Not even whoever seals puts a line beside the chain.
  for (const half of [`"hash" = 'x'`, `"hash" = 'x', "sealedSeq" = 0`, `"hash" = 'x', "sealedSeq" = -1`])
    await expect(tamperer.query(`update "AuditEntry" set ${half}`), half).rejects.toThrow('AuditEntry_sealed_check');
});

const besides = (sealedSeq: string) =>
  `insert into "AuditEntry" ("tenantId", seq, "action", "sealedSeq", "hash") values ('demo', 2000000000, 'record.viewed', ${sealedSeq}, repeat('0', 64))`;

test.each([
  [
    'changed',
    `update "AuditEntry" set "actorId" = 'usr_2' where "tenantId" = 'demo' and "sealedSeq" = 3`,
    { sealedSeq: 3n, kind: 'changed' },
  ],
  [
    'given another reason',
    `update "AuditEntry" set "reason" = '' where "tenantId" = 'demo' and "sealedSeq" = 1`,
    { sealedSeq: 1n, kind: 'changed' },
  ],
  [
    'moved in time',
    `update "AuditEntry" set "at" = "at" - interval '1 ms' where "tenantId" = 'demo' and "sealedSeq" = 5`,
    { sealedSeq: 5n, kind: 'changed' },
  ],
  [
    'removed',
    `delete from "AuditEntry" where "tenantId" = 'demo' and "sealedSeq" = 4`,
    { sealedSeq: 4n, kind: 'missing' },
  ],
  [
    'removed, with the rest moved up',
    `with gone as (delete from "AuditEntry" where "tenantId" = 'demo' and "sealedSeq" = 5 returning 1)
     update "AuditEntry" set "sealedSeq" = 5 from gone where "tenantId" = 'demo' and "sealedSeq" = 6`,
    { sealedSeq: 5n, kind: 'changed' },
  ],
  [
    'inserted',
    `insert into "AuditEntry" ("tenantId", "action", "sealedSeq", "hash") values ('demo', 'record.viewed', 7, repeat('0', 64))`,
    { sealedSeq: 7n, kind: 'changed' },
  ],
  ['inserted far behind the end', besides('99'), { sealedSeq: 7n, kind: 'missing' }],
  ['inserted beside the chain', besides('null'), { seq: 2_000_000_000n, kind: 'inserted' }],
  ['inserted before the beginning', besides('0'), { seq: 2_000_000_000n, kind: 'inserted' }],
  ['inserted far before it', besides('-7'), { seq: 2_000_000_000n, kind: 'inserted' }],
])('a line that was %s behind our back is found', async (_how, statement, fault) => {
  await write('demo', 6);
  await write('other', 2);
  await sealAudit();
  await tamper(statement);
  await sealAudit();
  expect((await checkAudit('demo')).fault).toEqual(fault);
  expect((await checkAudit('other')).fault).toBeNull();
});

test('an entry beside the chain is reported beside the result of the chain itself, in one go and in parts', async () => {
  await write('demo', 6);
  await sealAudit();
  await tamper(besides('null'));
  expect(await checkAudit('demo')).toMatchObject({ checked: 6, fault: { kind: 'inserted' }, unsealed: 0 });
  expect(await checkAuditFrom('demo', emptyChain, emptyChain, 500)).toMatchObject({ fault: { kind: 'inserted' } });
  await tamper(`update "AuditEntry" set "actorId" = 'usr_2' where "tenantId" = 'demo' and "sealedSeq" = 3`);
  expect(await checkAudit('demo')).toMatchObject({ checked: 2, fault: { sealedSeq: 3n, kind: 'changed' } });
});

test('lines cut off the end are found by a head that was kept elsewhere', async () => {
  await write('demo', 5);
  const [grown] = await sealAudit();
  await tamper(`delete from "AuditEntry" where "tenantId" = 'demo' and "sealedSeq" >= 4`);
  expect((await checkAudit('demo')).fault).toBeNull();
  expect((await checkAudit('demo', grown?.head)).fault).toEqual({ sealedSeq: 4n, kind: 'missing' });
  await write('demo', 3);
  await sealAudit();
  expect((await checkAudit('demo', grown?.head)).fault).toEqual({ sealedSeq: 5n, kind: 'changed' });
});

test('followed part by part, a chain is judged as it is in one go, and each part is bounded', async () => {
  await write('demo', 1_300);
  await sealAudit();
  const inParts = async () => {
    const parts = [await checkAuditFrom('demo', emptyChain, emptyChain, 500)];
    for (let last = parts[0]; last && !last.done; last = parts.at(-1))
      parts.push(await checkAuditFrom('demo', last.head, emptyChain, 500));
    return parts;
  };
  const whole = await checkAudit('demo');
  const parts = await inParts();
  expect(parts.map(({ checked, done }) => [checked, done])).toEqual([
    [500, false],
    [1_000, false],
    [1_300, true],
  ]);
  expect(parts.at(-1)?.head).toEqual(whole.head);
  await tamper(`update "AuditEntry" set "actorId" = 'usr_2' where "tenantId" = 'demo' and "sealedSeq" = 1200`);
  expect((await inParts()).at(-1)).toMatchObject({ checked: 1_199, fault: { sealedSeq: 1_200n, kind: 'changed' } });
});
