import type { NoticeReading } from './reading.ts';
import type { Token } from './tokens.ts';

const notALot =
  /^(?:SEE|ALL|NONE|VARIOUS|TBD|UNK|UNKNOWN|PENDING|EXEMPT|NUMBERS?|CODES?|EXP|EXPIRY|NDC|UPC|DATE|SIZE|LIST|BELOW|NOT|AND|THE|PRODUCT|RECALL|AFFECTED|USP|TABLETS?|CAPSULES?|NO|TODOS|MULTIPLE|SERIAL)$/;
const endings: readonly (Token['kind'] | undefined)[] = [
  undefined,
  'comma',
  'break',
  'newline',
  'close',
  'expiryLabel',
  'stop',
  'and',
];

/** The number of tokens from `index` on that are a lot of unusual form, at a position where a lot must be: 0 when there is none. */
export function unusualLot({ tokens, named, place }: NoticeReading, index: number): number {
  const [before, token, after, then] = tokens.slice(Math.max(0, index - 1), index + 3);
  const [last, first, second, third] = index > 0 ? [before, token, after, then] : [undefined, before, token, after];
  if (!first) return 0;
  const labelled = last?.kind === 'lotLabel';
  const listed = place === 'list' && named.at(-1)?.end === tokens[index - 2]?.end && last?.kind === 'comma';
  if (isNumbered(first, second, third) && (first.kind === 'number' || labelled)) return 3;
  if (labelled && isDashed(first)) return 1;
  const lastLot = named.at(-1)?.what;
  const afterCapitals = listed && lastLot !== undefined && 'lot' in lastLot && /^\p{Lu}+$/u.test(lastLot.lot);
  return (labelled || afterCapitals) && isCapitals(first, second) ? 1 : 0;
}

/** `Lot: 08-21-2019`: right after the label, with dashes, it is the lot. */
const isDashed = ({ kind, text }: Token) => kind === 'date' && /^\d{1,4}(?:-\d{2,4}){1,2}$/.test(text);

/** `Lot # CUFT EXP 2 2000`: letters alone, where nothing but the end of the lot follows. */
const isCapitals = ({ kind, text }: Token, after: Token | undefined) =>
  kind === 'word' && /^\p{Lu}{3,10}$/u.test(text) && !notALot.test(text) && endings.includes(after?.kind);

/** `04262018:09`, `CABDBFAC:48`: a pharmacy's day or code, and the number of the batch in it. */
const isNumbered = ({ text }: Token, colon: Token | undefined, number: Token | undefined) =>
  colon?.kind === 'colon' &&
  colon.gap === '' &&
  number?.gap === '' &&
  /^\d{1,3}$/.test(number.text) &&
  /^(?:\p{Lu}{5,12}|(?=.*\d)[\p{Lu}\d-]{5,14})$/u.test(text);
