import type { PersonRef } from '#lib/contract/prescriptions/prescription';
import type { Countersign } from '#lib/domain/dispenses/countersign';

/** A medicine as the source or the tenant's directory calls it; `name` null where only the code is known. */
export type ProductRef = { readonly code: string | null; readonly name: string | null };

export type Override = {
  readonly alert: string | null;
  readonly severity: string | null;
  readonly reason: string | null;
  readonly by: string | null;
};

/** Instants are ISO 8601 UTC, dates `YYYY-MM-DD`; `null` is "not supplied". */
export type DispenseRow = {
  readonly id: string;
  readonly prescriptionId: string | null;
  readonly prescriptionCode: string | null;
  readonly at: string;
  readonly patient: PersonRef | null;
  readonly product: ProductRef;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly partial: boolean;
  readonly returned: boolean;
  /** II to V; `?` where it is controlled without saying how; null: not controlled. */
  readonly schedule: string | null;
  readonly countersign: Countersign | null;
  readonly stockItemId: string | null;
  readonly lot: string | null;
  /** Of the stock item's lot; null where either is not supplied. */
  readonly lotId: string | null;
  readonly lotExpiry: string | null;
  readonly pharmacist: string | null;
  readonly review: 'reviewed' | 'flagged' | null;
  readonly reviewedBy: string | null;
  readonly flagReason: string | null;
  /** A canceled visit to the counter withdraws it. */
  readonly withdrawn: boolean;
  /** Alerts that were overridden when it was prescribed. */
  readonly overrides: readonly Override[];
  /** Fields that two facts disagree about under one id. */
  readonly disputed: readonly string[];
};

export type Disposition = 'destroy' | 'credit' | 'quarantine';

export type ReturnRow = {
  readonly id: string;
  readonly dispenseId: string | null;
  readonly prescriptionId: string | null;
  readonly at: string | null;
  readonly patient: PersonRef | null;
  readonly product: ProductRef;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly reason: string | null;
  readonly lot: string | null;
  readonly lotId: string | null;
  readonly disposition: Disposition | null;
  readonly dispositionReason: string | null;
  readonly disposedBy: string | null;
  /** The dispensed quantity of the same dispense, and whether more was returned than that. Null where units differ or it is not supplied. */
  readonly dispensed: string | null;
  readonly tooLarge: boolean;
};
