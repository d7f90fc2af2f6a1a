import { recordAction } from '#lib/actions/record-action';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { AuditLine } from '#lib/domain/ledger/audit';

/** One action of the pharmacy: its event, and its name in the audit log. */
export type StockAction = {
  readonly type: string;
  readonly data: JsonObject;
  readonly audit: Pick<AuditLine, 'action' | 'subjectKind' | 'subjectId'> & { readonly reason?: string | null };
};

export type Recorded = { readonly recorded: number };

/**
 * Checks and records actions in one transaction: all or none. `decide` reads the present rows and throws where the action is not permitted.
 * Actions recorded before count as none.
 */
export function recordStockActions(
  { scope }: Account,
  key: string,
  requestId: string,
  decide: (tx: Tx) => Promise<readonly StockAction[]>,
): Promise<Recorded> {
  const { tenantId, userId } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const acts = await decide(tx);
      let recorded = 0;
      for (const [index, { type, data, audit }] of acts.entries()) {
        const own = acts.length === 1 ? key : `${key}:${index}`;
        const at = await databaseNow(tx);
        if ((await recordAction(tx, { tenantId, userId }, { type, key: own, data, at })) === null) continue;
        recorded += 1;
        await writeAudit(tx, { tenantId, actorId: userId, requestId, ...audit });
      }
      return { recorded };
    }),
  );
}

/** The set fields of a payload: keys without a value are left out. */
export function given(values: Readonly<Record<string, string | null | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  );
}
