import { recordAction } from '#lib/actions/record-action';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { lockRecall } from '#lib/db/recalls/lock-recalls';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { AuditAction } from '#lib/domain/ledger/audit';
import { ownRecall } from './own-recall.ts';

export type RecallAction = {
  readonly type: string;
  readonly action: AuditAction;
  readonly recallId: string;
  readonly data: JsonObject;
  readonly key: string;
  readonly requestId: string;
  readonly reason?: string | null;
};

/** Records a person's action on a case in the ledger, in one transaction. `check` refuses; it sees the present case. */
export async function recordRecallAction(
  { scope }: Account,
  { type, action, recallId, data, key, requestId, reason = null }: RecallAction,
  check: (tx: Tx) => Promise<JsonObject | undefined> = async () => undefined,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  await retryContention(() =>
    inTenant(scope, async (tx) => {
      await ownRecall(tx, tenantId, recallId);
      await lockRecall(tx, tenantId, recallId);
      const more = await check(tx);
      const act = { type, key, data: { recallId, ...data, ...more }, at: await databaseNow(tx) };
      const seq = await recordAction(tx, { tenantId, userId }, act);
      const line = { action, subjectKind: 'recall', subjectId: recallId, reason, requestId } as const;
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, ...line });
    }),
  );
  return { id: recallId };
}
