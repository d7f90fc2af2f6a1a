import type { PersonRef } from '#lib/contract/prescriptions/prescription';
import type { Countersign } from '#lib/domain/dispenses/countersign';
import type { RegisterGap, RegisterKind } from '#lib/domain/register/register-book';

/** Quantities are exact decimals as text; different units never add. */
export type RegisterBalance = { readonly unit: string; readonly quantity: string };

export type RegisterSubstance = {
  /** The sources' product code, else the stock item's id, else `unknown`. */
  readonly substance: string;
  readonly code: string | null;
  readonly display: string | null;
  /** II to V; `?` where none was named. */
  readonly schedule: string;
  readonly balances: readonly RegisterBalance[];
  readonly missing: number;
  readonly self: number;
  readonly late: number;
  /** The stock item of a count or a correction: none for an entry without a stock item. */
  readonly stockItems: readonly string[];
};

export type RegisterCountersign = {
  readonly state: Countersign;
  readonly late: boolean;
  readonly by: PersonRef | null;
  readonly at: string | null;
};

export type RegisterRow = {
  readonly id: string;
  readonly at: string;
  readonly kind: RegisterKind;
  readonly substance: string;
  readonly display: string | null;
  readonly schedule: string;
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
  readonly bucket: string;
  readonly unit: string;
  readonly in: string | null;
  readonly out: string | null;
  readonly before: string;
  readonly after: string;
  readonly gaps: readonly RegisterGap[];
  readonly dispenseId: string | null;
  readonly prescription: { readonly id: string; readonly code: string | null } | null;
  readonly patient: PersonRef | null;
  readonly by: PersonRef | null;
  /** A supplier and delivery note, or why. */
  readonly note: string | null;
  readonly corrects: string | null;
  readonly countersign: RegisterCountersign | null;
  /** True where the account may countersign this; `byIdOnly`: the dispenser's id belongs to no account, so only ids could be compared. */
  readonly mayCountersign: boolean;
  readonly byIdOnly: boolean;
};

export type RegisterFilter = {
  readonly substance?: string | undefined;
  readonly schedule?: string | undefined;
  readonly location?: string | undefined;
  /** Instants, the second exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};
