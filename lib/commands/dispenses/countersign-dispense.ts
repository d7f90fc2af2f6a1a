import { recordAction } from '#lib/actions/record-action';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { lockCountersign } from '#lib/db/dispenses/dispense-summaries';
import { listedSchedules } from '#lib/db/dispenses/listed-schedules';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { wasRecorded } from '#lib/db/ledger/digests-by-key';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { requireOwnStock } from '#lib/db/stock/own-stock';
import type { Account } from '#lib/domain/access/account';
import { Conflict, Forbidden, NotFound } from '#lib/domain/base/refusal';
import { underSchedule } from '#lib/domain/dispenses/countersign';
import { refusedCountersign } from '#lib/domain/dispenses/may-countersign';
import { type Row, text } from '#lib/domain/ledger/fold';

/**
 * Another pharmacist signs for a controlled dispense: never its dispenser, never a second time. @throws Forbidden for the dispenser,
 * Conflict `countersigned` or `not-controlled`
 */
export async function countersignDispense(
  { scope }: Account,
  dispenseId: string,
  key: string,
  requestId: string,
): Promise<{ readonly dispenseId: string }> {
  const { tenantId, userId, prescriberIds: senderIds } = scope;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      // Two who sign at the same moment: the second finds it signed.
      await lockCountersign(tx, tenantId, dispenseId);
      const rows = new Map<string, Row>();
      await loadRows(tx, tenantId, 'dispense', 'id', [dispenseId], rows);
      const row = rows.get(dispenseId);
      if (!row) throw new NotFound();
      const stockItemId = text(row, 'stockItemId');
      await requireOwnStock(tx, scope, [{ kind: 'dispense', id: dispenseId, stockItemId }]);
      const recorded = await wasRecorded(tx, tenantId, key);
      const listed = await listedSchedules(tx, tenantId, stockItemId === null ? [] : [stockItemId]);
      const read = underSchedule(row, listed(stockItemId));
      const refused = recorded ? null : refusedCountersign(read, { userId, senderIds });
      if (refused === 'own') throw new Forbidden({ kind: 'dispense', id: dispenseId });
      if (refused !== null) throw new Conflict(refused);
      const prescriptionId = text(row, 'prescriptionId');
      const data = { dispenseId, ...(prescriptionId === null ? {} : { prescriptionId }), signerIds: [...senderIds] };
      const seq = await recordAction(
        tx,
        { tenantId, userId },
        { type: 'scriptline.dispense.countersigned', key, data, at: await databaseNow(tx) },
      );
      const line = { action: 'dispense.countersigned', subjectKind: 'dispense', subjectId: dispenseId } as const;
      if (seq !== null) await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
      return { dispenseId };
    }),
  );
}
