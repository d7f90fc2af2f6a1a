import { prisma } from './prisma.ts';

const kept = 500;

/** What the demo's mail server took in: kept for the inbox page, the newest few hundred of it. */
export async function keepDemoMail(id: string, recipient: string, raw: Uint8Array<ArrayBuffer>): Promise<void> {
  await prisma('any').demoMail.create({ data: { id, recipient, raw } });
  await prisma('any').$executeRaw`
    delete from "DemoMail" where "tenantId" = '*' and id in
      (select id from "DemoMail" where "tenantId" = '*' order by "receivedAt" desc offset ${kept})`;
}

export type DemoMailRow = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly recipient: string;
  readonly raw: Uint8Array;
};

export function latestDemoMails(limit: number): Promise<DemoMailRow[]> {
  return prisma('any').demoMail.findMany({
    where: { tenantId: '*' },
    orderBy: { receivedAt: 'desc' },
    take: limit,
    select: { id: true, receivedAt: true, recipient: true, raw: true },
  });
}

export function demoMailById(id: string): Promise<DemoMailRow | null> {
  return prisma('any').demoMail.findUnique({
    where: { tenantId_id: { tenantId: '*', id } },
    select: { id: true, receivedAt: true, recipient: true, raw: true },
  });
}
