import type { Why } from '#lib/contract/prescriptions/prescription';
import type { Row } from '#lib/domain/ledger/fold';
import { unlistedVisits } from '#lib/domain/prescriptions/fill';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { emailReachOf } from '#lib/domain/prescriptions/prescription-summary';

function deciders(rows: readonly (Row | undefined)[], fields: readonly string[]): readonly number[] {
  const seqs = rows.flatMap((row) => fields.flatMap((field) => row?.[field]?.by ?? []));
  return [...new Set(seqs)].sort((a, b) => b - a);
}

/** The ledger numbers of the events that made each badge: those that decided its fields, and the rows that its sums are over. */
export function whyOf(parts: PrescriptionParts): Why {
  const { row, items, dispenses, returns, overrides, orders } = parts;
  const visits = [...parts.dispensations.values()];
  const fill = [
    ...deciders(dispenses, ['quantity', 'partial', '_']),
    ...deciders(returns, ['quantity']),
    ...deciders(items, ['quantity']),
    ...deciders(unlistedVisits(parts), ['state']),
  ];
  return {
    state: [
      ...new Set([
        ...deciders([row], ['written', 'hold', 'queue']),
        ...deciders(dispenses, ['_']),
        ...deciders([...visits, ...orders], ['state']),
      ]),
    ],
    email: deciders([row, emailReachOf(parts).delivery], ['state', 'fileAddress', 'resend']),
    fill: [...new Set(fill)],
    safety: deciders(overrides, ['_']),
  };
}
