import { canonicalJson } from '#lib/domain/base/json/canonical';
import type { Json } from '#lib/domain/base/json/json';
import type { Field } from './field.ts';

/** The event that a change came from. `tie` is its content's digest with its source, so that it is the same whatever the order of arrival. */
export type Origin = { readonly seq: number; readonly tie: string };

/**
 * A settled field: value, the fact's time, the rank of the value, the origin's tie and ledger number ("why this state?").
 * `c` holds every distinct value claimed (canonical order) once two facts disagreed about a `fact` field.
 */
export type SettledField = {
  readonly v: Json;
  readonly at: string;
  readonly r: number;
  readonly t: string;
  readonly by: number;
  readonly c?: readonly Json[];
};

/** Identical content sent under two ids is distinguished by the message's id: otherwise arrival would decide which of the two is named as the reason. */
export function originOf(event: {
  readonly seq: bigint;
  readonly digest: string;
  readonly sourceId: string;
  readonly messageId: string;
}): Origin {
  return { seq: Number(event.seq), tie: `${event.digest.slice(0, 32)} ${event.sourceId} ${event.messageId}` };
}

function newer(a: Omit<SettledField, 'v' | 'c'>, b: SettledField): boolean {
  if (a.at !== b.at) return a.at > b.at;
  if (a.r !== b.r) return a.r > b.r;
  return a.t > b.t;
}

function claims(kept: SettledField, value: Json): readonly Json[] | undefined {
  const before = kept.c ?? [kept.v];
  const added = canonicalJson(value);
  const known = before.map(canonicalJson);
  if (known.includes(added)) return kept.c;
  return [...before, value].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

/**
 * Settles one field: associative, commutative and idempotent over its claims, so repeats and order make no difference.
 * Returns the kept register itself when the claim changes nothing.
 */
export function settleField<V extends Json>(
  field: Field<V>,
  kept: SettledField | undefined,
  value: V,
  at: string,
  origin: Origin,
): SettledField {
  const claim = { at, r: field.rank(value), t: origin.tie, by: origin.seq };
  if (kept === undefined) return { v: value, ...claim };
  const wins = field.settling === 'earliest' ? older(claim, kept) : newer(claim, kept);
  const disagreeing = field.settling === 'fact' ? claims(kept, value) : undefined;
  if (!wins) return disagreeing === kept.c ? kept : { ...kept, ...(disagreeing ? { c: disagreeing } : {}) };
  return { v: value, ...claim, ...(disagreeing ? { c: disagreeing } : {}) };
}

function older(a: Omit<SettledField, 'v' | 'c'>, b: SettledField): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.t < b.t;
}
