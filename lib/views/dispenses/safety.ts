import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { safetyChecksList } from '#lib/contract/dispenses/safety-checks-list';
import type { SafetyRow } from '#lib/contract/overview/pharmacy';
import type { Medication } from '#lib/contract/prescriptions/prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { findSafety } from '#lib/db/dispenses/find-safety';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import type { Account } from '#lib/domain/access/account';
import { type Row, text } from '#lib/domain/ledger/fold';
import { decodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { accountNames } from '#lib/views/ledger/account-names';
import { medicinesOf } from '#lib/views/prescriptions/prescription-medicines';
import { peopleOf } from '#lib/views/prescriptions/prescription-people';

/** Open prescriptions of which a check is stale, a medicine has left the formulary, or a dose was refused or missed. Names shown are looks. */
export async function listSafety(
  account: Account,
  asking: PageAsked<typeof safetyChecksList>,
  requestId: string,
): Promise<Page<SafetyRow>> {
  const { tenantId } = account.scope;
  const [at, id] = decodeCursor(asking.cursor, ['text', 'text']) ?? [];
  const after = at !== undefined && id !== undefined ? { at, id } : null;
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const page = await inTenant(account.scope, async (tx): Promise<Page<SafetyRow>> => {
    const { state = 'open', limit } = asking;
    const found = await findSafety(tx, { tenantId, state, after, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.at, last.id]);
    const prescriptions = new Map<string, Row>();
    const ids = rows.map(({ prescriptionId }) => prescriptionId);
    await loadRows(tx, tenantId, 'prescription', 'id', ids, prescriptions);
    const prescriptionRows = [...prescriptions].map(([one, registers]) => ({ id: one, registers }));
    const partsOf = await loadPrescriptionParts(tx, tenantId, prescriptionRows);
    const read = prescriptionRows.flatMap((one) => partsOf(one.id) ?? []);
    const medicines = await medicinesOf(tx, tenantId, read);
    const people = await peopleOf(
      tx,
      tenantId,
      rows.flatMap(({ patientId }) => patientId ?? []),
      [],
      false,
    );
    const by = rows.flatMap(({ acknowledged }) => text(acknowledged ?? undefined, 'acknowledgedBy') ?? []);
    const person = await accountNames(tx, tenantId, by);
    const items = rows.map((row): SafetyRow => {
      const parts = partsOf(row.prescriptionId);
      const acknowledged = row.acknowledged ?? undefined;
      return {
        ...{ id: row.id, kind: row.kind, prescriptionId: row.prescriptionId, at: row.at },
        code: text(parts?.row, 'code'),
        patient: people.patient(row.patientId),
        medications: (parts?.items ?? []).map(
          (item): Medication => ({
            code: text(item, 'productCode'),
            ...medicines(row.prescriptionId, item),
            ...{ sig: text(item, 'sig'), quantity: text(item, 'quantity'), unit: text(item, 'unit') },
          }),
        ),
        ...{ about: row.about, reason: row.reason, reconciledAt: row.reconciledAt?.toISOString() ?? null },
        acknowledgedBy: person(text(acknowledged, 'acknowledgedBy')),
        acknowledgeReason: text(acknowledged, 'acknowledgeReason') || null,
      };
    });
    await looks.write(tx, [...new Set(items.flatMap((item) => (item.patient?.name ? item.prescriptionId : [])))]);
    return { items, nextCursor };
  });
  looks.remember();
  return page;
}
