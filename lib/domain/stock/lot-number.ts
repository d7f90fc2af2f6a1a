const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const dashes = / ?[-\u2010-\u2015\u2212\uFE58\uFF0D] ?/g;

/**
 * One spelling of a lot number, so that a lot typed, printed and scanned is one lot: upper case, no outer space, runs of white space as one
 * space, every dash a hyphen without space about it. Nothing that tells two lots apart goes: letters, digits, other signs, leading zeros, and
 * whether there is a separator at all (`AB-12`, `AB 12` and `AB12` stay three lots; nobody knows that they are one).
 */
export function normaliseLot(lotNumber: string): string {
  return lotNumber
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .replace(dashes, '-')
    .trim()
    .toUpperCase();
}
