import type { Medication } from '#lib/contract/prescriptions/prescription';
import type { Tx } from '#lib/db/base/in-tenant';
import { productFactsOf } from '#lib/db/directories/product-directory';
import { flag, type Row, text } from '#lib/domain/ledger/fold';
import { senderCode } from '#lib/domain/ledger/sender-code';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';

/** An item's medicine: its name by the source, else by the directory; controlled if either says so. */
export type Medicines = (prescriptionId: string, item: Row) => Pick<Medication, 'display' | 'controlled'>;

/** The medicines of these prescriptions, with the directory's data beside the sources'. */
export async function medicinesOf(
  tx: Tx,
  tenantId: string,
  prescriptions: readonly PrescriptionParts[],
): Promise<Medicines> {
  const codes = prescriptions.flatMap(({ id, items }) => items.flatMap((item) => senderCode(id, item) ?? []));
  const factsOf = await productFactsOf(tx, tenantId, codes);
  return (id, item) => {
    const known = factsOf(senderCode(id, item) ?? '');
    return {
      display: text(item, 'display') ?? known.display,
      controlled: flag(item, 'controlled') === true || known.schedule !== null,
    };
  };
}
