/** What a recall's checks and steps are told from. */
export type RecallCounts = {
  readonly people: number;
  /** Reached, or brings it back. */
  readonly contacted: number;
  /** Given up, with the reason. */
  readonly givenUp: number;
  /** Everything he was given has come back: nothing is left to tell him. */
  readonly broughtBack: number;
  /** Dispenses of which something came back. */
  readonly returns: number;
  /** Of those, returns about which nothing is decided. */
  readonly returnsUndecided: number;
  readonly lots: number;
  /** Lots that are held back wherever they lie. */
  readonly lotsFrozen: number;
  /** Lots of which the books know what was there and are empty, or that were counted since the recall. */
  readonly lotsAccounted: number;
  readonly closed: boolean;
};

/** How many have to be talked to yet. */
export function toContact({ people, contacted, givenUp, broughtBack }: RecallCounts): number {
  return Math.max(0, people - contacted - givenUp - broughtBack);
}

export const recallChecks = ['people', 'frozen', 'stock', 'returns'] as const;
export type RecallCheck = (typeof recallChecks)[number];

/** What stands between the case and its end: each check, and how many of what it counts are missing. */
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

/** Which steps are done. Nobody sets them: they are read from what is known. */
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
