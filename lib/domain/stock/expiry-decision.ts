/** The decisions about a lot that expires: words of the ledger. `ignore` needs a reason. */
export const expiryDecisions = ['use_first', 'return', 'destroy', 'transfer', 'ignore'] as const;
export type ExpiryDecision = (typeof expiryDecisions)[number];
