import { writeAudit } from '#lib/db/audit';
import { inTenant } from '#lib/db/in-tenant';
import { listedSchedules } from '#lib/db/listed-schedules';
import { databaseNow } from '#lib/db/now';
import { requireOwnStock } from '#lib/db/own-stock';
import { loadRows } from '#lib/db/projection-rows';
import { retryingContention } from '#lib/db/retrying-contention';
import type { Account } from '#lib/domain/account';
import { underSchedule } from '#lib/domain/countersign';
import { type Row, text } from '#lib/domain/fold';
import { refusedCountersign } from '#lib/domain/may-countersign';
import { Conflict, Forbidden, NotFound } from '#lib/domain/refusal';
import { recordAct } from './record-act.ts';

/**
 * Another pharmacist signs for a controlled dispense: never who dispensed it, never a second time.
 * @throws Forbidden for the dispenser himself, Conflict `countersigned` or `not-controlled`
 */
export async function countersignDispense(
  { scope }: Account,
  dispenseId: string,
  key: string,
  requestId: string,
): Promise<{ readonly dispenseId: string }> {
  const { tenantId, userId, prescriberIds: senderIds } = scope;
  return retryingContention(() =>
    inTenant(scope, async (tx) => {
      // Two who sign at the same moment: the second finds it signed.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} countersign ${dispenseId}`}, 0))`;
      const rows = new Map<string, Row>();
      await loadRows(tx, tenantId, 'dispense', 'id', [dispenseId], rows);
      const row = rows.get(dispenseId);
      if (!row) throw new NotFound();
      const stockItemId = text(row, 'stockItemId');
      await requireOwnStock(tx, scope, [{ kind: 'dispense', id: dispenseId, stockItemId }]);
      const before = await tx.ledgerEvent.count({ where: { tenantId, sourceId: 'scriptline', dedupeKey: key } });
      const listed = await listedSchedules(tx, tenantId, stockItemId === null ? [] : [stockItemId]);
      const read = underSchedule(row, listed(stockItemId));
      const refused = before > 0 ? null : refusedCountersign(read, { userId, senderIds });
      if (refused === 'own') throw new Forbidden({ kind: 'dispense', id: dispenseId });
      if (refused !== null) throw new Conflict(refused);
      const prescriptionId = text(row, 'prescriptionId');
      const data = { dispenseId, ...(prescriptionId === null ? {} : { prescriptionId }), signerIds: [...senderIds] };
      const seq = await recordAct(
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
