import { createTranslator } from 'next-intl';
import type { Fact, Words } from '#lib/domain/ledger/timeline';
import { languageTags } from './locale.ts';
import english from './words/en/event.json';
import spanish from './words/es/event.json';

type Catalogue = Readonly<Record<string, string>>;
const words: Readonly<Record<'en' | 'es', { readonly event: Catalogue; readonly fact: Catalogue }>> = {
  en: english,
  es: spanish,
};

export type EventWords = {
  readonly title: (title: Words) => string;
  readonly facts: (facts: readonly Fact[]) => readonly Fact[];
};

const made = new Map<'en' | 'es', EventWords>();

function make(locale: 'en' | 'es'): EventWords {
  const event = createTranslator({
    locale: languageTags[locale],
    messages: { words: words[locale].event },
    namespace: 'words',
  });
  const labels = words[locale].fact;
  return {
    title: ({ key, params }) => event(key, params),
    facts: (facts) => facts.map((fact) => ({ ...fact, label: labels[fact.label] ?? fact.label })),
  };
}

/** The words of timelines in one language. A key without words is a defect that the catalogue's test finds. */
export function eventWords(locale: 'en' | 'es'): EventWords {
  const words = made.get(locale) ?? make(locale);
  made.set(locale, words);
  return words;
}
