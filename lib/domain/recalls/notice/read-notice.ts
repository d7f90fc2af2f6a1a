import { limit, withinExpiry } from './all-lots.ts';
import { claimsIn } from './claims.ts';
import { readExpiries } from './expiries.ts';
import type { NamedLots } from './named.ts';
import { rangeName } from './named-index.ts';
import type { Find, LotPattern, LotRange, Notice } from './notice.ts';
import { scanLots } from './scan-lots.ts';
import { tokenise } from './tokens.ts';

/**
 * Reads the names in a pasted recall notice, from the free text that regulators publish (FDA enforcement reports, MHRA, EMA, Health Canada,
 * ANMAT, Invima, COFEPRIS): lots, ranges, NDCs, "all lots", expiries, excluded lots. Never throws; takes linear time.
 */
export function readNotice(pasted: string): Notice {
  const text = plain(pasted);
  const claims = claimsIn(text);
  const tokens = tokenise(text, claims);
  const named = scanLots(text, tokens);
  const expiries = readExpiries(text, tokens, named);
  const all = claims.filter(({ kind }, index) => kind === 'allLots' && claims[index + 1]?.kind !== 'begins');
  const affected = named.filter(({ spared }) => spared !== 'sure');
  const ndcs = claims.filter(({ kind }) => kind === 'ndc');
  const print = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    text: pasted,
    lots: once(affected.flatMap(({ what }) => ('lot' in what ? [what.lot] : []))),
    ranges: onceBy(affected.flatMap(({ what }): LotRange[] => ('from' in what ? [what] : []))),
    ndcs: once(ndcs.map(print)),
    allLots: all.length > 0,
    withinExpiry: all.length > 0 && withinExpiry.test(text),
    limited: all.some(({ end }) => limit.test(clauseFrom(text, end))),
    expiries: expiries.flatMap(({ value, lots }) => lots.map((lot) => ({ lot, expiry: value }))),
    exclusions: once(named.flatMap(({ what, spared }) => (spared === 'no' ? [] : [nameOf(what)]))),
    excludedRanges: onceBy(named.flatMap(({ what, spared }) => (spared !== 'no' && 'from' in what ? [what] : []))),
    patterns: onceBy(affected.flatMap(({ what }): LotPattern[] => ('kind' in what ? [what] : []))),
    finds: [
      ...named.map(findOf),
      ...ndcs.map((claim): Find => ({ kind: 'ndc', start: claim.start, end: claim.end, value: print(claim) })),
      ...all.map((claim): Find => ({ kind: 'allLots', start: claim.start, end: claim.end, value: print(claim) })),
      ...expiries.map(({ start, end, value }): Find => ({ kind: 'expiry', start, end, value })),
    ].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Full-width signs, odd spaces and invisible marks as what they stand for, one character for one: the spans stay true. */
function plain(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\r\u00A0\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/g, ' ');
}

/** The continuation of the sentence. */
const clauseFrom = (text: string, start: number) => text.slice(start, start + 80).split(/[.;\n]/)[0] ?? '';

function findOf({ start, end, what, spared }: NamedLots): Find {
  const kind = spared === 'sure' ? 'exclusion' : 'lot' in what ? 'lot' : 'from' in what ? 'range' : 'pattern';
  return { kind, start, end, value: nameOf(what) };
}

const nameOf = (what: NamedLots['what']): string =>
  'lot' in what ? what.lot : 'from' in what ? rangeName(what) : what.value;

const once = (values: readonly string[]): string[] => [...new Set(values)];
const onceBy = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
