/** What of a stock item may be given out, and why the rest may not. Expired-only stock is none. */
export const stockParts = ['usable', 'expired', 'held', 'recalled'] as const;
export type StockPart = (typeof stockParts)[number];
