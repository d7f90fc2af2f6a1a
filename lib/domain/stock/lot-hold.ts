import { type Row, text } from '#lib/domain/ledger/fold';

/** The quarantine state of a lot, which decides whether it may be dispensed. */
export const lotHolds = ['free', 'quarantined', 'recalled'] as const;
export type LotHold = (typeof lotHolds)[number];

/** A recall goes before a quarantine, whichever came later; only a release after it, by who is in charge, ends it. */
export function lotHoldOf(lot: Row | undefined): LotHold {
  const recalled = lot?.['recalled'];
  const released = lot?.['released'];
  if (recalled && (!released || released.at <= recalled.at)) return 'recalled';
  return text(lot, 'frozen') === 'quarantined' ? 'quarantined' : 'free';
}
