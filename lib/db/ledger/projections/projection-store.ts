import type { Tx } from '#lib/db/base/in-tenant';

/**
 * The store that folding reads the projections of one tenant from and writes them to: the tables themselves, or a staged copy of them that
 * nobody else sees (`staged-projections.ts`). All folding code is written once against this, so that a preview shows exactly the outcome of
 * a run.
 */
export type ProjectionStore = {
  readonly tx: Tx;
  readonly tenantId: string;
  /** Others may be at the same rows: what is read is locked, and what follows from the rows (the register's seals) is asked for. */
  readonly shared: boolean;
  /** The name of a projection table in a `from` clause. */
  readonly from: (model: string) => string;
  /** The table to write to. Rows that a statement may change or remove must have been `take`n. */
  readonly into: (model: string) => string;
  /** Announces the rows of a table that are about to be written, by the columns of `handleOf`: one list a column. */
  readonly take: (model: string, keys: readonly (readonly string[])[]) => Promise<void>;
};

/** The column by which rows of a projection table are taken: their own id, or the row they belong to. */
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
