import type { ParityVerdict } from '#lib/domain/connections/legacy-subject-parity';

/** When a name last arrived, and by which event; null: not since it is counted. */
export type SeenName = { readonly name: string; readonly lastAt: string | null; readonly lastSeq: number | null };

/** One type of the catalogue that has legacy names, over the days asked for. */
export type ParityRow = {
  readonly type: string;
  readonly both: number;
  readonly legacyOnly: number;
  readonly subjectOnly: number;
  /** Of the legacy-only ones: too young to tell. */
  readonly waiting: number;
  readonly subject: SeenName;
  readonly legacy: readonly SeenName[];
  /** The last fact, however long ago, that came under a legacy name alone and had an hour for the new one. */
  readonly lastLegacyOnlyAt: string | null;
  readonly verdict: ParityVerdict;
};

export type NameParity = {
  readonly days: number;
  readonly items: readonly ParityRow[];
  readonly nextCursor: null;
  /** The sources that any of these names came from. */
  readonly sources: readonly { readonly key: string; readonly name: string }[];
};

export type ParityFact = {
  readonly factKey: string;
  readonly source: string;
  readonly firstAt: string;
  readonly legacySeq: number | null;
  readonly subjectSeq: number | null;
};
