import { instant } from '#lib/domain/base/time/instant';

/** A calendar date, or the two that one spelling can mean, the earlier first. */
export type WrittenDay = { readonly is: string } | { readonly earlier: string; readonly later: string };

/** Year, month, day; an empty day is the whole month, of which the last day counts: so are expiries printed on packs (GS1 General Specifications, AI 17). */
const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?$/;
const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** Reads a date as people write it; null for what names none (February 31st, words, two-digit years). */
export function writtenDay(text: string): WrittenDay | null {
  if (instant(text) !== null) return known(text.slice(0, 10));
  const [isYearFirst, year, separator, month, day] = yearFirst.exec(text) ?? [];
  if (isYearFirst !== undefined) {
    // Without separators only eight digits are a date: six could be a lot's or an order's number.
    if (separator === '' && !/^\d{8}$/.test(text)) return null;
    return known(date(year, month, day));
  }
  const [isMonth, namedMonth, itsYear] = monthAndYear.exec(text) ?? [];
  if (isMonth !== undefined) return known(date(itsYear, namedMonth, undefined));
  const [isYearLast, one, , other, lastYear] = yearLast.exec(text) ?? [];
  if (isYearLast === undefined) return null;
  return either(date(lastYear, other, one), date(lastYear, one, other));
}

function known(is: string | null): WrittenDay | null {
  return is === null ? null : { is };
}

function either(one: string | null, other: string | null): WrittenDay | null {
  if (one === null || other === null || one === other) return known(one ?? other);
  return one < other ? { earlier: one, later: other } : { earlier: other, later: one };
}

function date(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined) return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const written = `${year}-${month.padStart(2, '0')}-${wholeMonth(day) ? last : day?.padStart(2, '0')}`;
  return instant(`${written}T00:00:00Z`) === null ? null : written;
}

/** GS1 writes day 00 for "some day of this month". */
const wholeMonth = (day: string | undefined) => day === undefined || Number(day) === 0;
