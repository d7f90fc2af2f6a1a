import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { queueList } from '#lib/contract/dispenses/queue-list';
import type { QueueRow } from '#lib/contract/overview/pharmacy';
import type { Medication } from '#lib/contract/prescriptions/prescription';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { findQueue } from '#lib/db/dispenses/find-queue';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import { type FoundStockItem, findStockItems } from '#lib/db/stock/find-stock-items';
import { itemsOfProducts } from '#lib/db/stock/known-stock-items';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { add, compare, negate } from '#lib/domain/base/decimal';
import type { Scope } from '#lib/domain/base/scope';
import { dayIn } from '#lib/domain/base/time/day-in';
import { flag, text } from '#lib/domain/ledger/fold';
import { fillOf } from '#lib/domain/prescriptions/fill';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { unitOf } from '#lib/domain/stock/stock-balance';
import { decodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { medicinesOf } from '#lib/views/prescriptions/prescription-medicines';
import { peopleOf } from '#lib/views/prescriptions/prescription-people';
import { overridesOf } from '#lib/views/stock/overrides';

/** The rest to dispense of a prescription of one item; null where it cannot be said. */
function leftOf(parts: PrescriptionParts): string | null {
  const [only, ...more] = fillOf(parts);
  if (!only || more.length > 0 || only.mixed || only.prescribed === null || only.dispensed === null) return null;
  const left = add(only.prescribed, negate(only.dispensed));
  return compare(left, '0') > 0 ? left : '0';
}

/** The stock items of each product code at the account's locations, with their usable stock: a code is one system's own word. */
async function stockOf(tx: Tx, scope: Scope, today: string, codes: readonly string[]) {
  const { tenantId } = scope;
  const places = ownLocations(scope);
  const wanted = [...new Set(codes)];
  const ids = await itemsOfProducts(tx, tenantId, wanted);
  const found =
    ids.length === 0
      ? []
      : await findStockItems(tx, { tenantId, today, filter: { ids, places }, sort: 'name', after: null, limit: 200 });
  return Map.groupBy(found, ({ productCode }) => productCode);
}

function usable(
  parts: PrescriptionParts,
  left: string | null,
  stock: ReadonlyMap<string | null, FoundStockItem[]>,
): QueueRow['usable'] {
  const [item, ...more] = parts.items;
  if (!item || more.length > 0) return null;
  const system = `${parts.id.slice(0, parts.id.indexOf(':'))}:`;
  const stockOfCode = (stock.get(text(item, 'productCode')) ?? []).filter(({ id }) => id.startsWith(system));
  if (stockOfCode.length === 0) return null;
  const there = stockOfCode.flatMap(({ parts: all }) =>
    all.filter(({ part, quantity }) => part === 'usable' && compare(quantity, '0') > 0),
  );
  if (there.length === 0) return stockOfCode.some(({ known }) => known) ? 'none' : null;
  const same = there.filter(({ unit }) => unit === unitOf(item));
  const enough = left !== null && same.some(({ quantity }) => compare(quantity, left) >= 0);
  return enough ? 'enough' : 'some';
}

/** A page of the queue, the longest waiting first, with everything the counter needs to begin. Names shown count as views. */
export async function listQueue(
  account: Account,
  asking: PageAsked<typeof queueList>,
  requestId: string,
): Promise<Page<QueueRow>> {
  const { tenantId } = account.scope;
  const [queuedAt, id] = decodeCursor(asking.cursor, ['text', 'text']) ?? [];
  const after = queuedAt !== undefined && id !== undefined ? { queuedAt, id } : null;
  const today = dayIn(account.timeZone, new Date());
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const page = await inTenant(account.scope, async (tx): Promise<Page<QueueRow>> => {
    const found = await findQueue(tx, { tenantId, today, after, limit: oneMore(asking.limit) });
    const { rows, nextCursor } = pageOf(found, asking.limit, (last) => [last.queuedAt, last.id]);
    const partsOf = await loadPrescriptionParts(tx, tenantId, rows);
    const read = rows.flatMap((row) => partsOf(row.id) ?? []);
    const people = await peopleOf(
      tx,
      tenantId,
      read.flatMap(({ row }) => text(row, 'patientId') ?? []),
      read.flatMap(({ row }) => prescriberOf(row) ?? []),
      false,
    );
    const medicines = await medicinesOf(tx, tenantId, read);
    const overrides = await overridesOf(
      tx,
      tenantId,
      rows.map((row) => row.id),
    );
    const codes = read.flatMap(({ items }) => items.flatMap((item) => text(item, 'productCode') ?? []));
    const stock = await stockOf(tx, account.scope, today, codes);
    const items = read.map((parts): QueueRow => {
      const { row } = parts;
      const [fill, ...more] = fillOf(parts);
      const left = leftOf(parts);
      return {
        id: parts.id,
        code: text(row, 'code'),
        queuedAt: text(row, 'queuedAt') ?? '',
        priority: text(row, 'priority'),
        patient: people.patient(text(row, 'patientId')),
        prescriber: people.prescriber(prescriberOf(row)),
        medications: parts.items.map(
          (item): Medication => ({
            ...medicines(parts.id, item),
            code: text(item, 'productCode'),
            sig: text(item, 'sig'),
            quantity: text(item, 'quantity'),
            unit: text(item, 'unit'),
          }),
        ),
        fill:
          fill && more.length === 0 && !fill.mixed
            ? { prescribed: fill.prescribed, dispensed: fill.dispensed, returned: fill.returned, unit: fill.unit }
            : null,
        left,
        controlled: parts.items.some((item) => medicines(parts.id, item).controlled),
        notes: text(row, 'notes'),
        asWritten: flag(row, 'dispenseAsWritten') === true,
        overrides: overrides(parts.id),
        usable: usable(parts, left, stock),
      };
    });
    await looks.write(
      tx,
      items.flatMap((item) => (item.patient?.name ? item.id : [])),
    );
    return { items, nextCursor };
  });
  looks.remember();
  return page;
}
