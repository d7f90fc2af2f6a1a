import type { Tx } from '#lib/db/base/in-tenant';

/**
 * Where folding reads the projections of one tenant from and writes them to: the tables themselves, or a draft of them that nobody else sees
 * (`draft-ground.ts`). Whatever folds is written once against this, so that what a preview shows is what running it makes.
 */
export type ProjectionStore = {
  readonly tx: Tx;
  readonly tenantId: string;
  /** Others may be at the same rows: what is read is locked, and what follows from the rows (the register's seals) is asked for. */
  readonly shared: boolean;
  /** What stands in a `from` for a projection table. */
  readonly from: (model: string) => string;
  /** The table to write to. Whatever a statement may change or remove must have been `take`n. */
  readonly into: (model: string) => string;
  /** Says which rows of a table are about to be written, by the columns of `handleOf`: one list a column. */
  readonly take: (model: string, keys: readonly (readonly string[])[]) => Promise<void>;
};

/** What rows of a projection table are taken by: its own id, or what they hang on. */
const handles: Readonly<Record<string, readonly string[]>> = {
  EventSubject: ['seq'],
  PrescriptionTerm: ['prescriptionId'],
  PatientTerm: ['patientId'],
  StockBalance: ['stockItemId', 'lotNumber', 'bucket', 'unit'],
  StockDemand: ['stockItemId', 'day', 'unit'],
};

export function handleOf(model: string): readonly string[] {
  return handles[model] ?? ['id'];
}

const quoted = (model: string) => `"${model}"`;

/** The projections themselves. */
export function liveProjections(tx: Tx, tenantId: string): ProjectionStore {
  return { tx, tenantId, shared: true, from: quoted, into: quoted, take: () => Promise.resolve() };
}
