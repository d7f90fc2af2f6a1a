import type { Recogniser } from './claim.ts';

const months = [
  'jan(?:uary)?|ene(?:ro)?|janvier',
  'feb(?:ruary|rero)?|f[ée]vrier',
  'mar(?:ch|zo|s)?',
  'apr(?:il)?|abr(?:il)?|avril',
  'may(?:o)?|mai',
  'june?|jun(?:io)?|juin',
  'july?|jul(?:io)?|juillet',
  'aug(?:ust)?|ago(?:sto)?|ao[ûu]t',
  'sept?(?:ember|iembre|embre)?|set(?:iembre)?',
  'oct(?:ober|ubre|obre)?',
  'nov(?:ember|iembre|embre)?',
  'dec(?:ember)?|dic(?:iembre)?|d[ée]c(?:embre)?',
];
const name = `(?:${months.join('|')})\\.?`;
const of = '(?:de\\s|del\\s|of\\s)?';
const gap = '[\\s./-]{0,2}';
const year = "(?:(?:19|20)\\d\\d|'?\\d\\d)";

const forms = [
  '\\d{1,2}/\\d{1,2}/(?:20)?\\d\\d\\s?[-\u2013]\\s?\\d{1,2}/\\d{1,2}/(?:20)?\\d\\d',
  '(?:0?[1-9]|1[0-2])/(?:20)?\\d\\d[-\u2013](?:0?[1-9]|1[0-2])/(?:20)?\\d\\d',
  `\\d{1,2}(?:st|nd|rd|th)?${gap}${of}${name},?${gap}${of}${year}`,
  `${name}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d`,
  `${name}${gap}${of}${year}`,
  `(?:19|20)\\d\\d${gap}${name}(?:${gap}\\d{1,2})?`,
  '(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}',
  '\\d{1,2}[-/.]\\d{1,2}[-/.](?:(?:19|20)\\d\\d|\\d\\d)',
  '(?:0?[1-9]|1[0-2])\\s?[-/.]\\s?(?:19|20)\\d\\d',
  '(?:19|20)\\d\\d[-/.](?:0[1-9]|1[0-2])',
  '(?:0?[1-9]|1[0-2])/\\d\\d',
];
const afterLot = `(?<=[\\p{L}\\d]/)${name}${gap}${of}${year}`;
const bounded = (form: string) =>
  `(?<![\\p{L}\\d_@#]|[\\p{L}\\d][-/.])(?:${form})(?![\\p{L}\\d_@#]|[-/.:]\\d|-\\p{L}(?![\\p{L}\\d]))`;

export const date: Recogniser = {
  kind: 'date',
  pattern: new RegExp(`${bounded(forms.join('|'))}|${afterLot}(?![\\p{L}\\d])`, 'giu'),
};

/** Texts that are dates only after an expiry label: `2 2000`, `0913`, `20140930`, `09-13`, `2025`. Sticky. */
export const dateAfterLabel =
  /(?:\d{1,2}\/\d{2,4}|\d{1,2}[ .-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d{6}|\d{6}|\d{4})(?![\p{L}\d_@]|[-/]\d)/uy;

const monthOf = months.map((month) => new RegExp(`(?<![a-z])(?:${month})(?![a-z])`, 'i'));
const fullYear = (digits: string) => (digits.length === 2 ? `20${digits}` : digits);
const two = (digits: string | number) => String(digits).padStart(2, '0');
const iso = (y: string, m: string | number, d?: string) => [fullYear(y), two(m), ...(d ? [two(d)] : [])].join('-');

/** A printed date as ISO, to the precision printed (`2013-09`, `2024-12-31`); null when it isn't one. Two-digit years are of this century. */
export function readDate(printed: string, dayFirst: boolean): string | null {
  const numbers = printed.match(/\d+/g) ?? [];
  const [a = '', b, c] = numbers;
  const month = monthOf.findIndex((pattern) => pattern.test(printed)) + 1;
  if (month > 0) {
    if (b === undefined) return iso(a, month);
    return a.length === 4 ? iso(a, month, b) : iso(b, month, a);
  }
  if (c !== undefined && b !== undefined) {
    if (a.length === 4) return checked(a, b, c);
    return Number(a) > 12 || (dayFirst && Number(b) <= 12) ? checked(c, b, a) : checked(c, a, b);
  }
  if (b !== undefined) return a.length === 4 ? checked(a, b) : checked(b, a);
  if (/^(?:19|20)\d{6}$/.test(a)) return checked(a.slice(0, 4), a.slice(4, 6), a.slice(6));
  if (a.length === 6)
    return /^(?:19|20)/.test(a) ? checked(a.slice(0, 4), a.slice(4)) : checked(a.slice(2), a.slice(0, 2));
  if (/^(?:19|20)\d\d$/.test(a) && Number(a.slice(0, 2)) > 12) return a;
  return a.length === 4 ? checked(a.slice(2), a.slice(0, 2)) : null;
}

function checked(y: string, m: string, d?: string): string | null {
  const right = Number(m) >= 1 && Number(m) <= 12 && (d === undefined || (Number(d) >= 1 && Number(d) <= 31));
  return right ? iso(y, m, d) : null;
}
