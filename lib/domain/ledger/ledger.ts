/** The outcome of a stored event (model.md, "Words"). */
export const ledgerStatuses = ['received', 'processed', 'ignored', 'quarantined', 'dead'] as const;
export type LedgerStatus = (typeof ledgerStatuses)[number];
