import type { Tx } from '#lib/db/base/in-tenant';
import { writeAudits } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { type BreakGlassGrant, breakGlassReason } from '#lib/domain/access/break-glass';

/** A refetch of a screen is the same view; a new one is written after this long. */
const sameLookMs = 10 * 60_000;
const mostRemembered = 50_000;
const looked = new Map<string, number>();

export type RecordAccess = {
  /** `glass`: the emergency access that permits it. */
  readonly write: (tx: Tx, ids: readonly string[], glass?: BreakGlassGrant | null) => Promise<void>;
  readonly remember: () => void;
};

/**
 * Records an account's view of patients' records: `record.viewed` for an opened one, `record.listed` for one in a list by name. `write`
 * adds the entries in the view's own transaction, before the response is made; `remember` is called once that has committed.
 */
export function logRecordAccess(
  account: Account,
  action: 'record.viewed' | 'record.listed',
  requestId: string,
  subjectKind: 'prescription' | 'patient' = 'prescription',
): RecordAccess {
  const { tenantId, userId } = account.scope;
  const now = Date.now();
  const written: string[] = [];
  const keyOf = (id: string, reason: string | null) =>
    `${account.sessionId} ${action} ${subjectKind} ${id} ${reason ?? ''}`;
  return {
    write: async (tx, ids, glass = null) => {
      const reason = glass && breakGlassReason(glass.id);
      const fresh = ids.filter((id) => now - (looked.get(keyOf(id, reason)) ?? 0) > sameLookMs);
      const line = { tenantId, actorId: userId, action, subjectKind, requestId, reason } as const;
      await writeAudits(
        tx,
        fresh.map((subjectId) => ({ ...line, subjectId })),
      );
      written.push(...fresh.map((id) => keyOf(id, reason)));
    },
    remember: () => {
      if (looked.size > mostRemembered) looked.clear();
      for (const key of written) looked.set(key, now);
    },
  };
}
