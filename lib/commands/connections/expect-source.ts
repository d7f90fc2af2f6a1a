import { inTenant } from '#lib/db/base/in-tenant';
import { notifyFlow } from '#lib/db/base/notify-changes';
import { isSource } from '#lib/db/connections/find-sources';
import { deleteExpectation, saveExpectation } from '#lib/db/connections/source-expectation';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';

export type Expecting = { readonly everyMinutes: number; readonly fromHour: number; readonly toHour: number };

/** Sets the expected frequency of a source, for one whose usual pattern is not known yet or shows too little; null: its own pattern. @throws NotFound */
export async function expectOfSource(
  { scope }: Account,
  sourceId: string,
  expectation: Expecting | null,
  requestId: string,
): Promise<{ readonly expectation: Expecting | null }> {
  const { tenantId, userId } = scope;
  await inTenant(scope, async (tx) => {
    if (!(await isSource(tx, tenantId, sourceId))) throw new NotFound();
    if (expectation === null) await deleteExpectation(tx, tenantId, sourceId);
    else await saveExpectation(tx, tenantId, sourceId, { ...expectation, setBy: userId });
    const words = expectation === null ? 'habit' : `${expectation.everyMinutes} min`;
    const line = { action: 'flow.expected', subjectKind: 'source', subjectId: sourceId, reason: words } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyFlow(tx, tenantId);
  });
  return { expectation };
}
