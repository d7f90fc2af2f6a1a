import type { PlannedRow, RowOutcome } from '#lib/domain/directories/import-plan';

/** The changes of a file. `rows` holds those that differ or are wrong, at most 500 of them; the counts are of all. */
export type ImportPreview = {
  /** Identifies exactly this plan: applying it names this. */
  readonly digest: string;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  readonly rows: readonly ShownRow[];
  readonly left: number;
  /** The reader may not see the present entries: only the names of the changing fields. */
  readonly veiled: boolean;
};

export type ShownRow = PlannedRow extends infer R ? (R extends PlannedRow ? Omit<R, 'acts'> : never) : never;

/** The number of rows applied now, and of rows skipped because the directory had changed under them. */
export type ImportResult = { readonly applied: number; readonly passedOver: number };
