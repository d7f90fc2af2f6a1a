import { randomUUID } from 'node:crypto';
import type { Tx } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';

const mostMails = 500;

export type NewDemoMail = {
  readonly recipient: string;
  /** The outbox finds its tenant by this. */
  readonly messageId: string | null;
  readonly raw: Uint8Array<ArrayBuffer>;
};

/**
 * The emails that the demo's mail server received: kept for the inbox page of the tenant that sent them, the newest few hundred. An email
 * that no tenant sent is shown to nobody.
 */
export async function keepDemoMail({ recipient, messageId, raw }: NewDemoMail): Promise<void> {
  if (messageId === null) return;
  const sent = await prisma('any').outboxMessage.findFirst({
    where: { mailMessageId: messageId, kind: 'email' },
    select: { tenantId: true },
  });
  if (sent === null) return;
  const { tenantId } = sent;
  await prisma('any').demoMail.create({
    data: { tenantId, id: randomUUID(), recipient, raw: new Uint8Array(raw) },
  });
  await prisma('any').$executeRaw`
    delete from "DemoMail" where "tenantId" = ${tenantId} and id in
      (select id from "DemoMail" where "tenantId" = ${tenantId} order by "receivedAt" desc offset ${mostMails})`;
}

export type DemoMailRow = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly recipient: string;
  readonly raw: Uint8Array;
};

const select = { id: true, receivedAt: true, recipient: true, raw: true } as const;

export function latestDemoMails(tx: Tx, tenantId: string, limit: number): Promise<DemoMailRow[]> {
  return tx.demoMail.findMany({ where: { tenantId }, orderBy: { receivedAt: 'desc' }, take: limit, select });
}

export function demoMailById(tx: Tx, tenantId: string, id: string): Promise<DemoMailRow | null> {
  return tx.demoMail.findUnique({ where: { tenantId_id: { tenantId, id } }, select });
}
