import type { Tx } from '#lib/db/base/in-tenant';

type Expectation = { readonly everyMinutes: number; readonly fromHour: number; readonly toHour: number };

/** Saves how often a source is expected to send. */
export async function saveExpectation(
  tx: Tx,
  tenantId: string,
  sourceId: string,
  { everyMinutes, fromHour, toHour, setBy }: Expectation & { readonly setBy: string },
): Promise<void> {
  const values = { everyMinutes, fromHour, toHour, setBy };
  await tx.sourceExpectation.upsert({
    where: { tenantId_sourceId: { tenantId, sourceId } },
    create: { tenantId, sourceId, ...values },
    update: { ...values, setAt: new Date() },
  });
}

/** The usual pattern of the source counts again. */
export async function deleteExpectation(tx: Tx, tenantId: string, sourceId: string): Promise<void> {
  await tx.sourceExpectation.deleteMany({ where: { tenantId, sourceId } });
}
