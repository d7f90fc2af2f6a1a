import type { Json } from '#lib/domain/base/json/json';

/**
 * The rule by which a field of a projection row settles when several facts set it (model.md, "Ties" and "Members"): `latest` the newest
 * fact wins; equal times are settled by `rank`, then by the content's digest, never by arrival. `earliest` the oldest fact wins (the time
 * of a beginning). `fact` settles like `latest`, but ought never to differ: every distinct claimed value is kept, so that a disagreement is
 * shown.
 */
export type SettlingRule = 'latest' | 'earliest' | 'fact';

export type Field<V extends Json> = {
  readonly settling: SettlingRule;
  /** Among equal times the greater rank wins. */
  rank(value: V): number;
};

const flat = () => 0;

export function latest<V extends Json>(ranked: readonly V[] = []): Field<V> {
  return { settling: 'latest', rank: ranked.length === 0 ? flat : (value) => ranked.indexOf(value) };
}

export function earliest<V extends Json>(): Field<V> {
  return { settling: 'earliest', rank: flat };
}

export function fact<V extends Json>(): Field<V> {
  return { settling: 'fact', rank: flat };
}
