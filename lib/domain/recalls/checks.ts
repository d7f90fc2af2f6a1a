/** The figures from which a recall's checks and steps are computed. */
export type RecallCounts = {
  readonly people: number;
  /** Reached, or brings it back. */
  readonly contacted: number;
  /** Could not be reached, with the reason. */
  readonly givenUp: number;
  /** Everything dispensed to them was returned: nothing is left to inform them of. */
  readonly broughtBack: number;
  /** Dispenses of which something came back. */
  readonly returns: number;
  /** Of those, returns about which nothing is decided. */
  readonly returnsUndecided: number;
  readonly lots: number;
  /** Lots that are quarantined wherever they are. */
  readonly lotsFrozen: number;
  /** Lots whose recorded stock is known and empty, or that were counted since the recall. */
  readonly lotsAccounted: number;
  readonly closed: boolean;
};

/** The number of people who are still to be contacted. */
export function toContact({ people, contacted, givenUp, broughtBack }: RecallCounts): number {
  return Math.max(0, people - contacted - givenUp - broughtBack);
}

export const recallChecks = ['people', 'frozen', 'stock', 'returns'] as const;
export type RecallCheck = (typeof recallChecks)[number];

/** The open conditions for closing the case: each check, and how many of its items are missing. */
export function checksOf(counts: RecallCounts): readonly { readonly check: RecallCheck; readonly missing: number }[] {
  return [
    { check: 'people', missing: toContact(counts) },
    { check: 'frozen', missing: counts.lots - counts.lotsFrozen },
    { check: 'stock', missing: counts.lots - counts.lotsAccounted },
    { check: 'returns', missing: counts.returnsUndecided },
  ];
}

export function mayClose(counts: RecallCounts): boolean {
  return !counts.closed && checksOf(counts).every(({ missing }) => missing === 0);
}

export const recallSteps = ['found', 'quarantined', 'traced', 'contacted', 'returned', 'closed'] as const;
export type RecallStep = (typeof recallSteps)[number];

/** The steps that are done. Nobody sets them: they are computed from the known facts. */
export function stepsOf(counts: RecallCounts): readonly { readonly step: RecallStep; readonly done: boolean }[] {
  const quarantined = counts.lotsFrozen === counts.lots;
  const contacted = toContact(counts) === 0;
  const settled = counts.returnsUndecided === 0 && counts.lotsAccounted === counts.lots;
  return [
    { step: 'found', done: true },
    { step: 'quarantined', done: quarantined },
    { step: 'traced', done: true },
    { step: 'contacted', done: contacted },
    { step: 'returned', done: contacted && settled },
    { step: 'closed', done: counts.closed },
  ];
}
