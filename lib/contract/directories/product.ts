/** A product of the directory with the codes by which senders name it (`osigu:MED-042`). */
export type ProductRow = {
  readonly id: string;
  readonly display: string | null;
  readonly unit: string | null;
  readonly schedule: string | null;
  readonly reorderPoint: string | null;
  readonly codes: readonly string[];
};

/** What still shows only a code: a sender's code of a medicine, or a sender's patient, that no one has named. */
export type Nameless = { readonly id: string };

/** A value given is entered, `null` takes the entered one away, a field left out stays. `codes` are all of them. */
export type ProductEdit = {
  readonly display?: string | undefined;
  readonly unit?: string | null | undefined;
  readonly schedule?: string | null | undefined;
  readonly reorderPoint?: string | null | undefined;
  readonly codes?: readonly string[] | undefined;
};

export type ProductChanged = { readonly id: string };
