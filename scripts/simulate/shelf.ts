import type { Cast } from './clinic.ts';
import type { Medicine } from './medicines.ts';

/** The stock item that a clinic keeps a medicine as, and the lot that it hands out of now. */
export function shelf({ clinic, ids, today }: Cast, medicine: Medicine) {
  const number = Number(medicine.product.slice(4));
  return {
    stockItemId: `stk_${clinic.tenantId}_${ids.run}_${medicine.slug}`,
    lotNumber: `${medicine.slug.slice(0, 3).toUpperCase()}-${26_000 + number * 37}`,
    expiryDate: endOfMonth(today, 2 + ((number * 5) % 17)),
  };
}

/** Lots are printed with a month, and good until its last day. */
function endOfMonth(today: Date, months: number): string {
  const end = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months + 1, 0));
  return end.toISOString().slice(0, 10);
}
