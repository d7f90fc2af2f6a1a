import { createFormatter } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { type Locale, languages, locales } from '#lib/domain/base/locale';
import { datedIn } from './dated.ts';

const now = new Date('2026-03-01T12:00:00Z');
const zone = 'America/Guatemala';
const inWords = (locale: Locale, timeZone = zone, at = now) =>
  datedIn(createFormatter({ locale: languages[locale].tag }), timeZone, at);

describe.each(locales)('in %s', (locale) => {
  test.each(['2024-03-05T21:05:00Z', '2025-12-31T18:00:00Z', '2027-01-02T18:00:00Z'])(
    '%s carries its year',
    (instant) => {
      const { day, moment, full } = inWords(locale);
      const at = new Date(instant);
      for (const text of [day(at), moment(at), full(at)]) expect(text).toContain(instant.slice(0, 4));
    },
  );

  test('a date of the present year is written short', () => {
    const at = new Date('2026-02-05T21:05:00Z');
    expect(inWords(locale).moment(at)).not.toContain('2026');
    expect(inWords(locale).moment(at)).toContain('15:05');
  });
});

test('the year turns when it turns in the zone', () => {
  const newYear = new Date('2026-01-01T03:00:00Z');
  expect(inWords('en', zone, now).day(newYear)).toContain('2025');
  expect(inWords('en', 'UTC', now).day(newYear)).not.toContain('2026');
});

test('the full form names the zone, and says the day of the zone', () => {
  const { full } = inWords('en');
  const text = full(new Date('2026-11-30T03:12:00Z'));
  expect(text).toContain('29');
  expect(text).toContain('21:12:00');
  expect(text).toMatch(/GMT-6|CST/);
});
