import type { ProductRef } from '#lib/contract/dispenses/dispense';
import type { Tx } from '#lib/db/base/in-tenant';
import { productNamesOf } from '#lib/db/directories/product-directory';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { type Row, text } from '#lib/domain/ledger/fold';

/** The row to resolve, which may name its medicine, and the stock item that may name it instead. */
export type ProductSource = {
  readonly id: string;
  readonly row: Row | undefined;
  readonly stockItemId: string | null;
  /** The prescription it fills: where that has one medicine, it is this one. */
  readonly prescriptionId?: string | null;
};

const codeOf = (id: string, row: Row | undefined): string | null => {
  const code = text(row, 'productCode');
  return code === null ? null : `${id.slice(0, id.indexOf(':'))}:${code}`;
};

/** The one item of each prescription that has just one. */
async function onlyItems(
  tx: Tx,
  tenantId: string,
  prescriptionIds: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  await loadRows(tx, tenantId, 'prescriptionItem', 'prescriptionId', prescriptionIds, rows);
  const byPrescription = Map.groupBy(rows.values(), (row) => text(row, 'prescriptionId') ?? '');
  return new Map(
    [...byPrescription].flatMap(([id, [first, ...more]]) => (first && more.length === 0 ? [[id, first]] : [])),
  );
}

/**
 * The medicine of each row: its own name, else the stock item's (dispenses carry no product code: model.md, "Lots"), else the product
 * directory's for the code, else the only medicine of the prescription that it fills. Resolved at each reading, so that it is known as soon
 * as any source supplies it.
 */
export async function productsOf(
  tx: Tx,
  tenantId: string,
  named: readonly ProductSource[],
): Promise<(id: string) => ProductRef> {
  const items = new Map<string, Row>();
  await loadRows(
    tx,
    tenantId,
    'stockItem',
    'id',
    named.flatMap(({ stockItemId }) => stockItemId ?? []),
    items,
  );
  const codes = named.flatMap(({ id, row, stockItemId }) => [
    codeOf(id, row) ?? [],
    stockItemId === null ? [] : (codeOf(stockItemId, items.get(stockItemId)) ?? []),
  ]);
  const prescribed = await onlyItems(
    tx,
    tenantId,
    named.flatMap(({ prescriptionId }) => prescriptionId ?? []),
  );
  const names = await productNamesOf(tx, tenantId, codes.flat());
  const byId = new Map(named.map((one) => [one.id, one]));
  return (id) => {
    const one = byId.get(id);
    const item = items.get(one?.stockItemId ?? '');
    const prescription = prescribed.get(one?.prescriptionId ?? '');
    const own = codeOf(id, one?.row) ?? (one?.stockItemId ? codeOf(one.stockItemId, item) : null);
    const code = own ?? codeOf(id, prescription);
    const productName = text(one?.row, 'display') ?? text(item, 'display') ?? (own === null ? null : names(own));
    const name = productName ?? (own === null ? text(prescription, 'display') : null);
    return { code: code === null ? null : code.slice(code.indexOf(':') + 1), name };
  };
}
