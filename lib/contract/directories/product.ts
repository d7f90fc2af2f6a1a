/** A product of the directory with the codes by which sources name it (`osigu:MED-042`). */
export type ProductRow = {
  readonly id: string;
  readonly display: string | null;
  readonly unit: string | null;
  readonly schedule: string | null;
  readonly reorderPoint: string | null;
  readonly codes: readonly string[];
};

/** An entry that still shows only a code: a source's code of a medicine, or a source's patient, that no one has named. */
export type Nameless = { readonly id: string };

/** A value given is entered, `null` removes the entered one, a field left out stays. `codes` are all of them. */
export type ProductEdit = {
  readonly display?: string | undefined;
  readonly unit?: string | null | undefined;
  readonly schedule?: string | null | undefined;
  readonly reorderPoint?: string | null | undefined;
  readonly codes?: readonly string[] | undefined;
};

export type ProductChanged = { readonly id: string };
