import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSignInAccount } from '#lib/db/access/account';
import { prisma } from '#lib/db/base/prisma';
import { openSecret } from '#lib/db/base/secret-box';
import { demoAccounts, demoSources } from '#prisma/demo';
import { seedDemo } from '#prisma/seed';
import { demoDatabase } from '#scripts/testing/demo-database';

let database: Awaited<ReturnType<typeof demoDatabase>>;
beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database.close());

async function everything() {
  const any = prisma('any');
  return {
    tenants: await any.tenant.findMany({ orderBy: { tenantId: 'asc' } }),
    users: await any.user.findMany({ orderBy: { email: 'asc' } }),
    links: await any.prescriberLink.findMany({ orderBy: { prescriberId: 'asc' } }),
    accounts: await any.accountDirectory.findMany({ orderBy: { email: 'asc' } }),
    sources: await any.source.findMany({ orderBy: { key: 'asc' } }),
    secrets: await any.sourceSecret.findMany({ orderBy: { id: 'asc' } }),
    keys: await any.sourceDirectory.findMany({ orderBy: { key: 'asc' } }),
  };
}

test('the demo is the contract: nine accounts of two tenants, five sources, every prescriber under three ids', async () => {
  const { users, links, sources, accounts, keys } = await everything();
  expect(users.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email).sort());
  expect(accounts).toHaveLength(9);
  expect(users.filter(({ inCharge }) => inCharge).map(({ email }) => email)).toEqual([
    'pharmacist@demo.test',
    'pharmacist@other.test',
  ]);
  expect(sources.map(({ key, tenantId, format, environment }) => [key, tenantId, format, environment])).toEqual([
    ['demo-medication', 'demo', 'medication-service', null],
    ['demo-osigu', 'demo', 'osigu', 'sandbox'],
    ['demo-photon', 'demo', 'photon', null],
    ['demo-standard', 'demo', 'standard', null],
    ['other-medication', 'other', 'medication-service', null],
  ]);
  expect(keys).toHaveLength(5);
  const ana = await findSignInAccount('doctor@demo.test');
  expect(links.filter(({ userId }) => userId === ana?.userId).map(({ prescriberId }) => prescriberId)).toEqual([
    ...['medication:usr_demo_ana', 'osigu:doc_demo_ana', 'photon:usr_demo_ana'],
  ]);
});

test('the senders can sign with the secrets of the contract, which nobody can read in the database', async () => {
  const { sources, secrets } = await everything();
  for (const { key, tenantId, id: sourceId } of sources) {
    const sealed = secrets.find((secret) => secret.sourceId === sourceId)?.sealed ?? '';
    expect(openSecret(sealed, { tenantId, sourceId })).toBe(demoSources.find((source) => source.key === key)?.secret);
  }
  expect(JSON.stringify(secrets)).not.toMatch(/-secret|whsec_/);
});

test('seeding again changes nothing', async () => {
  const before = await everything();
  await seedDemo(database.url, database.encryptionKey);
  expect(await everything()).toEqual(before);
});
