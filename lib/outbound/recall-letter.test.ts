import { expect, test } from 'vitest';
import { locales } from '#lib/domain/base/locale';
import { recallLetter } from './recall-letter.ts';
import { wordsOf } from './words/words-of.ts';

const facts = { clinic: 'Clínica Norte', medicines: [] } as const;

test.each(locales)(
  'a letter (%s) names the lots to compare with, and without any says so and whom to ask',
  (locale) => {
    const named = recallLetter({ ...facts, locale }, ['90A024', '90A026']);
    expect(named.text).toContain(': 90A024, 90A026.');
    const all = recallLetter({ ...facts, locale }, []);
    for (const said of [all.text, all.html]) {
      expect(said).not.toMatch(/: \./);
      expect(said).toContain(wordsOf[locale].recall.ask({ clinic: 'Clínica Norte', lots: '' }));
    }
  },
);
