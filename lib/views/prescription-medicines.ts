import type { Tx } from '#lib/db/in-tenant';
import { type ProductNames, productNamesOf } from '#lib/db/product-directory';
import { text } from '#lib/domain/fold';
import type { PrescriptionParts } from '#lib/domain/prescription-parts';
import { senderCode } from '#lib/domain/sender-code';

/** The directory's names for the medicines of these prescriptions that came by their code alone. */
export function medicinesOf(
  tx: Tx,
  tenantId: string,
  prescriptions: readonly PrescriptionParts[],
): Promise<ProductNames> {
  const nameless = prescriptions.flatMap(({ id, items }) =>
    items.filter((item) => text(item, 'display') === null).flatMap((item) => senderCode(id, item) ?? []),
  );
  return productNamesOf(tx, tenantId, nameless);
}
