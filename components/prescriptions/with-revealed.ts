import type { PrescriptionDetail } from '#lib/contract/prescriptions/prescription';

/** Revealed values stay on the page while states, quantities and times go on changing. */
export function withRevealed(detail: PrescriptionDetail, revealed: PrescriptionDetail | null): PrescriptionDetail {
  if (revealed === null) return detail;
  const { patient, prescriber, medications, diagnoses, notes, holdReason } = revealed;
  return {
    ...detail,
    ...{ patient, prescriber, medications, diagnoses, notes, holdReason },
    email: { ...detail.email, address: revealed.email.address, reason: revealed.email.reason },
    items: detail.items.map((item) => {
      const named = revealed.items.find(({ line }) => line === item.line);
      return named ? { ...named, fill: item.fill } : item;
    }),
  };
}
