import { randomUUID } from 'node:crypto';
import { hashPassword } from '#lib/auth/password';
import { connect } from '#lib/db/base/prisma';
import { sealWith } from '#lib/db/base/secret-box';
import type { PrismaClient } from '#lib/db/generated/client';
import { reopenDemo } from '#lib/db/overview/open-demo';
import { demoAccounts, demoPassword, demoRecipients, demoSources, demoTenants } from '#prisma/demo';
import { demoNames } from '#prisma/demo-names';

/**
 * Makes what is missing of the demo tenants, accounts and sources; what is there already is left as it is. Demo mode only.
 * @param url the database, as the serving role
 * @param encryptionKey ENCRYPTION_KEY: 32 bytes in base64
 */
export async function seedDemo(url: string, encryptionKey: string): Promise<void> {
  const database = connect(url, 'any');
  try {
    await database.tenant.createMany({
      data: demoTenants.map((tenant) => ({ ...tenant, wireIds: [...tenant.wireIds] })),
      skipDuplicates: true,
    });
    await seedAccounts(database);
    await seedSources(database, Buffer.from(encryptionKey, 'base64'));
    await reopenDemo(database, demoNames);
    await seedSecrets(database, Buffer.from(encryptionKey, 'base64'));
    await database.opsRecipient.createMany({ data: demoRecipients.map((one) => ({ ...one })), skipDuplicates: true });
  } finally {
    await database.$disconnect();
  }
}

async function seedAccounts(database: PrismaClient): Promise<void> {
  const known = await database.accountDirectory.findMany({ select: { email: true } });
  const missing = demoAccounts.filter((account) => !known.some(({ email }) => email === account.email));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword(demoPassword);
  const rows = missing.map((account) => ({ ...account, id: `usr_${randomUUID()}` }));
  await database.$transaction([
    database.user.createMany({
      data: rows.map(({ tenantId, id, email, name, role, inCharge }) => ({
        tenantId,
        id,
        email,
        name,
        role,
        inCharge,
        passwordHash,
      })),
    }),
    database.prescriberLink.createMany({
      data: rows.flatMap(({ tenantId, id, prescriberIds }) =>
        prescriberIds.map((prescriberId) => ({ tenantId, userId: id, prescriberId })),
      ),
    }),
    database.accountDirectory.createMany({
      data: rows.map(({ tenantId, id, email }) => ({ email, tenantId, userId: id })),
    }),
  ]);
}

async function seedSources(database: PrismaClient, key: Uint8Array): Promise<void> {
  const known = await database.sourceDirectory.findMany({ select: { key: true } });
  const missing = demoSources.filter((source) => !known.some((entry) => entry.key === source.key));
  const rows = missing.map((source) => ({ ...source, id: `src_${randomUUID()}` }));
  await database.$transaction([
    database.source.createMany({
      data: rows.map(({ tenantId, id, key, name, format, environment }) => ({
        tenantId,
        id,
        key,
        name,
        format,
        environment,
      })),
    }),
    database.sourceSecret.createMany({
      data: rows.map(({ tenantId, id, secret }) => ({
        tenantId,
        id: `sec_${randomUUID()}`,
        sourceId: id,
        sealed: sealWith(key, secret, { tenantId, sourceId: id }),
      })),
    }),
    database.sourceDirectory.createMany({
      data: rows.map(({ key, tenantId, id }) => ({ key, tenantId, sourceId: id })),
    }),
  ]);
}

/** A source whose secrets were ended with the demo gets its own again; one that has a live one keeps that. */
async function seedSecrets(database: PrismaClient, key: Uint8Array): Promise<void> {
  const pointers = await database.sourceDirectory.findMany({ where: { key: { in: [...demoNames.keys] } } });
  for (const source of demoSources) {
    const pointer = pointers.find((one) => one.key === source.key && one.tenantId === source.tenantId);
    if (!pointer) continue;
    const { tenantId, sourceId } = pointer;
    const live = { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] };
    if ((await database.sourceSecret.count({ where: { tenantId, sourceId, ...live } })) > 0) continue;
    const sealed = sealWith(key, source.secret, { tenantId, sourceId });
    await database.sourceSecret.create({ data: { tenantId, id: `sec_${randomUUID()}`, sourceId, sealed } });
  }
}
