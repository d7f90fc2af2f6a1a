import type { Tx } from '#lib/db/base/in-tenant';
import { writeAudits } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { type BreakGlassGrant, breakGlassReason } from '#lib/domain/access/break-glass';

/** A refetch of what is on the screen is the same look; a new one is written after this long. */
const sameLookMs = 10 * 60_000;
const mostRemembered = 50_000;
const looked = new Map<string, number>();

export type RecordAccess = {
  /** `glass`: the opening by break-glass under which it is done. */
  readonly write: (tx: Tx, ids: readonly string[], glass?: BreakGlassGrant | null) => Promise<void>;
  readonly remember: () => void;
};

/**
 * An account looks at records of patients: `record.viewed` for an opened one, `record.listed` for one that stood in a list by name. `write`
 * puts the lines down in the view's own transaction, before the response is made; `remember` is called once that has committed.
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
