import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { Disposition, ReturnRow } from '#lib/contract/dispenses/dispense';
import type { returnsList } from '#lib/contract/dispenses/returns-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { namesOf } from '#lib/db/directories/directory';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { type FoundReturn, findReturns } from '#lib/db/stock/find-returns';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { compare } from '#lib/domain/base/decimal';
import { type Row, text } from '#lib/domain/ledger/fold';
import { lotIdOf } from '#lib/domain/stock/lot-id';
import { unitOf } from '#lib/domain/stock/stock-balance';
import { decodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { productsOf } from '#lib/views/directories/product-ref';
import { accountNames } from '#lib/views/ledger/account-names';

const dispositions: readonly Disposition[] = ['destroy', 'credit', 'quarantine'];

/** More was returned of a dispense than was dispensed: shown only where both are in one unit. */
function tooLarge({ registers, dispense, back }: FoundReturn): boolean {
  const given = text(dispense ?? undefined, 'quantity');
  if (given === null || back === null || unitOf(registers) !== unitOf(dispense ?? undefined)) return false;
  return compare(back, given) > 0;
}

/** A page of what came back, newest first unless asked otherwise, with what was decided about it. Names shown are looks. */
export async function listReturns(
  account: Account,
  asking: PageAsked<typeof returnsList>,
  requestId: string,
): Promise<Page<ReturnRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, sort = '-at', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const page = await inTenant(account.scope, async (tx): Promise<Page<ReturnRow>> => {
    const found = await findReturns(tx, {
      ...{ tenantId, filter: { ...filter, places: ownLocations(account.scope) }, sort, after, limit: oneMore(limit) },
    });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.returnedAt.toISOString(), last.id]);
    const prescriptionOf = (row: FoundReturn) =>
      row.prescriptionId ?? text(row.dispense ?? undefined, 'prescriptionId');
    const prescriptions = new Map<string, Row>();
    await loadRows(
      tx,
      tenantId,
      'prescription',
      'id',
      rows.flatMap((row) => prescriptionOf(row) ?? []),
      prescriptions,
    );
    const patientOf = (row: FoundReturn) =>
      text(row.dispense ?? undefined, 'patientId') ?? text(prescriptions.get(prescriptionOf(row) ?? ''), 'patientId');
    const names = await namesOf(tx, tenantId, [...new Set(rows.flatMap((row) => patientOf(row) ?? []))]);
    const product = await productsOf(
      tx,
      tenantId,
      rows.map((row) => ({
        id: row.id,
        row: row.dispense ?? undefined,
        stockItemId: row.stockItemId,
        prescriptionId: prescriptionOf(row),
      })),
    );
    const by = rows.flatMap(({ registers }) => text(registers, 'disposedBy') ?? []);
    const person = await accountNames(tx, tenantId, by);
    const items = rows.map((row): ReturnRow => {
      const patientId = patientOf(row);
      const { lotNumber: lot } = row;
      return {
        id: row.id,
        dispenseId: row.dispenseId,
        prescriptionId: prescriptionOf(row),
        at: row.returnedAt.toISOString(),
        patient: patientId === null ? null : { id: patientId, name: names.get(patientId)?.name ?? null, hidden: false },
        product: product(row.id),
        quantity: text(row.registers, 'quantity'),
        unit: text(row.registers, 'unit'),
        reason: text(row.registers, 'reason'),
        lot,
        lotId: lotIdOf(row.stockItemId, lot),
        disposition: dispositions.find((one) => one === row.disposition) ?? null,
        dispositionReason: text(row.registers, 'dispositionReason'),
        disposedBy: row.disposition === null ? null : person(text(row.registers, 'disposedBy')),
        dispensed: text(row.dispense ?? undefined, 'quantity'),
        tooLarge: tooLarge(row),
      };
    });
    await looks.write(tx, [
      ...new Set(items.flatMap((item) => (item.patient?.name ? (item.prescriptionId ?? item.id) : []))),
    ]);
    return { items, nextCursor };
  });
  looks.remember();
  return page;
}
