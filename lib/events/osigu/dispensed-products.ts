import { add } from '#lib/domain/base/decimal';
import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import type { Dispensation } from './dispensation.ts';
import { osiguKey } from './keys.ts';

type Product = NonNullable<Dispensation['products']>[number];

/** One line per product: the same product twice is handed out as one sum, unknown where a line lacks its quantity. */
export function dispensedProducts(products: readonly Product[]): ReadonlyMap<string, Product> {
  const lines = new Map<string, Product>();
  for (const [index, product] of products.entries()) {
    const line = product.product_code ?? `line ${index + 1}`;
    const before = lines.get(line);
    lines.set(line, before === undefined ? product : { ...before, quantity: sum(before.quantity, product.quantity) });
  }
  return lines;
}

function sum(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined ? undefined : add(a, b);
}

/** One dispense per (dispensation, product). The total is the dispense's own only where there is no other product to share it with. */
export function dispenseRows(data: Dispensation, totalAmount: string | undefined, at: string): readonly Change[] {
  const lines = dispensedProducts(data.products ?? []);
  return [...lines].map(([line, product]) =>
    change('dispense', rowId(osiguKey(data.dispensation_id), line), at, {
      dispensationId: osiguKey(data.dispensation_id),
      prescriptionId: osiguKey(data.prescription_id),
      prescriptionCode: data.code,
      productCode: product.product_code,
      display: product.name,
      quantity: product.quantity,
      amount: lines.size === 1 ? totalAmount : undefined,
      dispensedAt: at,
    }),
  );
}
