import type { PlannedRow, RowOutcome } from '#lib/domain/directories/import-plan';

/** What a file would do. `rows` holds what differs or is wrong, at most 500 of them; the counts are of all. */
export type ImportPreview = {
  /** Names exactly this plan: applying it is asked for by it. */
  readonly digest: string;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  readonly rows: readonly ShownRow[];
  readonly left: number;
  /** The asker may not see what is entered already: only which fields change. */
  readonly veiled: boolean;
};

export type ShownRow = PlannedRow extends infer R ? (R extends PlannedRow ? Omit<R, 'acts'> : never) : never;

/** How many rows were applied now, and how many were passed over because the directory had changed under them. */
export type ImportResult = { readonly applied: number; readonly passedOver: number };
