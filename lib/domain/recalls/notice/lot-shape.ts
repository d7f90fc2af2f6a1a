const written = /^[\p{L}\d][\p{L}\d._/@#:+&*\u2010-\u2015\u2212-]{0,29}$/u;
const wordy = /^\d{1,4}-?\p{Ll}{3,}$|^\p{L}?\p{Ll}{4,}[-/]?\d{0,3}$|\p{Ll}{5,}|^\d{1,3}(?:st|nd|rd|th|ct|s)$/u;

/** True where it can be a lot number at all: letters, digits and the separators that occur in lots, with a digit, and no word in it. */
export function isLotLike(text: string): boolean {
  return (
    text.length <= 30 &&
    /\d/.test(text) &&
    written.test(text) &&
    !wordy.test(text) &&
    !/^\d{1,3}[.,]\d{1,3}$|^(?:19|20)\d\d-(?:19|20)\d\d$/.test(text)
  );
}

/** Long enough to be taken for a lot without its label right before it. */
export function isTelling(text: string): boolean {
  return text.replace(/[^\p{L}\d]/gu, '').length >= (/\p{L}/u.test(text) ? 4 : 5) && isLotLike(text);
}

export const isYear = (text: string): boolean => /^(?:19[5-9]|20[0-4])\d$/.test(text);

/** Letters as `A`, digits as `9`: lots of one maker and one line look alike. */
export const lotShape = (text: string): string => text.replace(/\p{L}/gu, 'A').replace(/\d/g, '9');

const isDigit = (letter: string) => letter >= '0' && letter <= '9';

/** The number of a lot with the letters before and after it; null when it is not letters, digits, letters. */
export function lotNumberParts(lot: string): { prefix: string; digits: string; suffix: string } | null {
  let end = lot.length;
  while (end > 0 && !isDigit(lot.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && isDigit(lot.charAt(start - 1))) start -= 1;
  return start < end ? { prefix: lot.slice(0, start), digits: lot.slice(start, end), suffix: lot.slice(end) } : null;
}
