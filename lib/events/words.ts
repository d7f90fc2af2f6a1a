import type { Fact, Words } from '#lib/domain/ledger/timeline';

type Params = Readonly<Record<string, string | number | undefined>>;

/** The first wording whose parameters were all supplied, from the fullest to the barest (which has none). */
export function wording(...wordings: readonly (readonly [key: string, params?: Params])[]): Words {
  for (const [key, params = {}] of wordings) {
    const supplied: Record<string, string | number> = {};
    for (const name in params) {
      const value = params[name];
      if (value !== undefined) supplied[name] = value;
    }
    if (Object.keys(supplied).length === Object.keys(params).length) return { key, params: supplied };
  }
  throw new Error('the last wording of a title needs no parameters');
}

/** The details that were supplied, in the order given. */
export function facts(
  ...all: readonly (readonly [label: string, value: string | number | undefined, kind?: Fact['kind']])[]
): readonly Fact[] {
  const supplied: Fact[] = [];
  for (const [label, value, kind = 'text'] of all) {
    if (value !== undefined) supplied.push({ label, value: String(value), kind });
  }
  return supplied;
}
