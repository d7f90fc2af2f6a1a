import { type Claim, listAfter, see } from '#lib/domain/recalls/notice/claim';

const d = '[-\u2010-\u2015\u2212]';
const start = '(?<![\\p{L}\\d_@#/.-])';
const end = `(?![\\p{L}\\d_@]|${d}\\d)`;
const shapes = [`\\d{4}${d}\\d{4}${d}\\d{2}`, `\\d{5}${d}\\*?\\d{3}${d}\\d{2}`, `\\d{5}${d}\\d{4}${d}\\*?\\d{1,2}`];
const whole = `(?:${shapes.join('|')})`;

const printed = new RegExp(`${start}${whole}${end}`, 'gu');
const label =
  /(?<![\p{L}\d])(?:NDCs?|N\.D\.C\.|National Drug Codes?)(?!\p{L}|\d{1,9}(?!\d))(?:\s{0,2}(?:#s?|Nos?\.?|numbers?|codes?|\(s\)|is|are)){0,3}\s{0,2}[:#.]{0,2}\s{0,3}/giu;
const labelled = new RegExp(
  `(?:${whole}|0?\\d{4,5}${d}\\d{3,4}(?:${d}\\d{1,2})?|\\d{4,5} \\d{3,4} \\d{1,2}|\\d{10,11})${end}`,
  'uy',
);
const between = /\s{0,2}(?:[,;&/]|and|or|y)\s{0,2}(?:and\s|or\s|NDC\s?#?:?\s?)?/giuy;

/** National Drug Codes: the printed shapes wherever they stand, other forms (two segments, spaces, bare digits) after the label only. */
export function ndcClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  for (const match of text.matchAll(label)) {
    claims.push({ kind: 'label', start: match.index, end: match.index + match[0].trimEnd().length });
    for (const value of listAfter(text, match.index + match[0].length, labelled, between)) {
      claims.push({ kind: 'ndc', ...value });
    }
  }
  return [...claims, ...see(text, { kind: 'ndc', pattern: printed })];
}

/**
 * The forms under which a printed NDC can be compared: 11 digits (5-4-2), or 9 (5-4) where no package is named. Ten digits
 * without dashes leave open which segment lost its zero: all three readings are given. Not an NDC: none.
 */
export function ndcForms(ndc: string): string[] {
  const parts = ndc
    .replace(/^\s*NDC[\s:#]*/i, '')
    .trim()
    .replace(/\*/g, '0')
    .split(/[-\u2010-\u2015\u2212\s]+/);
  if (!parts.every((part) => /^\d+$/.test(part))) return [];
  const [printed = '', product, pack] = parts;
  if (product === undefined) return bareForms(printed);
  const labeler = printed.replace(/^0(?=\d{5}$)/, '');
  if (labeler.length > 5 || product.length > 4 || (pack?.length ?? 0) > 2 || parts.length > 3) return [];
  return [labeler.padStart(5, '0') + product.padStart(4, '0') + (pack?.padStart(2, '0') ?? '')];
}

function bareForms(digits: string): string[] {
  if (digits.length === 11) return [digits];
  if (digits.length !== 10) return [];
  return [`0${digits}`, `${digits.slice(0, 5)}0${digits.slice(5)}`, `${digits.slice(0, 9)}0${digits.slice(9)}`];
}

/** True where two NDCs can be the same package; one without its package segment is the same product. */
export function sameNdc(a: string, b: string): boolean {
  const others = ndcForms(b);
  return ndcForms(a).some((form) =>
    others.some((other) => {
      const length = Math.min(form.length, other.length);
      return form.slice(0, length) === other.slice(0, length);
    }),
  );
}
