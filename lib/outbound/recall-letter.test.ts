import { expect, test } from 'vitest';
import { recallLetter } from './recall-letter.ts';

const facts = { clinic: 'Clínica Norte', medicines: [] } as const;

test.each(['en', 'es'] as const)(
  'a letter (%s) names the lots to compare with, and without any refers to the pharmacy',
  (locale) => {
    const named = recallLetter({ ...facts, locale }, ['90A024', '90A026']);
    expect(named.text).toContain(': 90A024, 90A026.');
    const all = recallLetter({ ...facts, locale }, []);
    for (const content of [all.text, all.html]) {
      expect(content).not.toMatch(/: \./);
      expect(content).toMatch(locale === 'en' ? /Please call Clínica Norte/ : /Llame a Clínica Norte/);
    }
  },
);
