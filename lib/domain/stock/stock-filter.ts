/** The words by which the pharmacy's lists are narrowed, in addresses and queries alike. */
export const dispenseKinds = ['full', 'partial', 'return', 'controlled'] as const;
export const reviewStates = ['no', 'yes', 'flagged'] as const;
export const countersignFilters = ['lacking', 'missing', 'self', 'late', 'done'] as const;
export const stockShows = ['below', 'none', 'expired', 'held', 'recalled'] as const;
export type StockShow = (typeof stockShows)[number];
export const alertKinds = ['reorder', 'expiry', 'recall', 'countersign'] as const;
export const alertStates = ['open', 'acknowledged', 'healed'] as const;
export const returnStates = ['open', 'destroy', 'credit', 'quarantine'] as const;
/** Days to the expiry: the end of each horizon; 0 is what has expired. */
export const horizons = [0, 30, 60, 90] as const;
