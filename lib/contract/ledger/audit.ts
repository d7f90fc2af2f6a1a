/** One entry of the audit log. */
export type AuditRow = {
  readonly seq: number;
  readonly at: string;
  /** Null: the product by itself, or the operator. */
  readonly actor: { readonly id: string; readonly name: string | null } | null;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string | null; readonly name: string | null } | null;
  readonly reason: string | null;
  readonly requestId: string | null;
  /** Its position in the chain of hashes; null: written a moment ago. */
  readonly sealedSeq: number | null;
};

export type AuditFilter = {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly kind?: string | undefined;
  readonly id?: string | undefined;
  /** An opening by emergency access: the views under it. */
  readonly glass?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** A link of the chain as text: `{position}:{hash}`. */
export type ChainCheckPart = {
  readonly head: string;
  readonly checked: number;
  readonly total: number;
  readonly unsealed: number;
  /** `at`: the position in the chain; for an entry inserted beside it, its number in the log. */
  readonly fault: { readonly at: number; readonly kind: 'missing' | 'changed' | 'inserted' } | null;
  readonly done: boolean;
};
