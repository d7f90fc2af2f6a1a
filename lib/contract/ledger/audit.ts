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

/** A link of the chain as text: `{place}:{hash}`. */
export type ChainCheckPart = {
  readonly head: string;
  readonly checked: number;
  readonly total: number;
  readonly unsealed: number;
  /** `at`: the position in the chain; for an entry inserted beside it, its number in the log. */
  readonly fault: { readonly at: number; readonly kind: 'missing' | 'changed' | 'inserted' } | null;
  readonly done: boolean;
};
