/**
 * A dispense that came after the recall: `given` was dispensed when the lot was already quarantined, the other kind was dispensed before
 * and reported only afterwards. Seconds from the recall to the dispense: negative for one reported late.
 */
export type LateArrival = { readonly how: 'given' | 'told'; readonly seconds: number };

type Dispensed = {
  readonly at: string | null;
  /** The ledger received it, or the fact that it is of this lot, after the recall. */
  readonly told: boolean;
};

/** The facts' own times say what happened first. */
export function lateArrival({ at, told }: Dispensed, recalledAt: string): LateArrival | null {
  if (at === null) return null;
  const seconds = Math.round((Date.parse(at) - Date.parse(recalledAt)) / 1000);
  if (at > recalledAt) return { how: 'given', seconds };
  return told ? { how: 'told', seconds } : null;
}
