import { text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';

/** A mail that some server accepted for an address that is not the one on file. `at` ISO 8601 UTC; `seq` the ledger number that says so. */
export type AcceptedAtOtherAddress = { readonly address: string; readonly at: string; readonly seq: number };

/**
 * Acceptances elsewhere since a person of the clinic put another address on file, latest first. They settle nothing (model.md, "Email"):
 * the reader there may not be the patient. Where only the source ever named an address there is none to compare with.
 */
export function acceptedAtOtherAddresses(parts: PrescriptionParts): readonly AcceptedAtOtherAddress[] {
  const onFile = text(parts.row, 'fileAddress')?.toLowerCase();
  if (onFile === undefined) return [];
  const strays = parts.deliveries.flatMap((row): AcceptedAtOtherAddress[] => {
    const { state } = row;
    const address = text(row, 'address');
    return state && address !== null && state.v === 'accepted' && address.toLowerCase() !== onFile
      ? [{ address, at: state.at, seq: state.by }]
      : [];
  });
  return strays.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
