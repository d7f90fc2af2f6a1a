import { entered } from '#lib/domain/directories/directory';
import type { Row } from '#lib/domain/ledger/fold';

/** The entered values of a row, field by field. */
export function enteredFields<F extends string>(
  row: Row | undefined,
  fields: readonly F[],
): { readonly [field in F]?: string } {
  const found: { [field in F]?: string } = {};
  for (const field of fields) {
    const value = entered(row, field);
    if (value !== null) found[field] = value;
  }
  return found;
}
