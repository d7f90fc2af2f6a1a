/** The parts of a stock item that may be dispensed, and the reasons why the rest may not. Expired-only stock is none. */
export const stockParts = ['usable', 'expired', 'held', 'recalled'] as const;
export type StockPart = (typeof stockParts)[number];
