/**
 * A dispense that came after the recall: `given` was handed out when the lot was already frozen, `told` was handed out before and only heard
 * of afterwards. Seconds from the recall to the dispense: negative for what was told late.
 */
export type LateArrival = { readonly how: 'given' | 'told'; readonly seconds: number };

type Dispensed = { readonly at: string | null; readonly seq: number };
type Recalled = { readonly at: string; readonly seq: number };

/** The ledger's numbers say what was heard first; the facts' own times what happened first. */
export function lateArrival(dispensed: Dispensed, recalled: Recalled): LateArrival | null {
  if (dispensed.at === null) return null;
  const seconds = Math.round((Date.parse(dispensed.at) - Date.parse(recalled.at)) / 1000);
  if (dispensed.at > recalled.at) return { how: 'given', seconds };
  return dispensed.seq > recalled.seq ? { how: 'told', seconds } : null;
}
