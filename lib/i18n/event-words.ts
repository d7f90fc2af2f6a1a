import { createTranslator } from 'next-intl';
import { type Locale, languages } from '#lib/domain/base/locale';
import type { Fact, Words } from '#lib/domain/ledger/timeline';
import { eventCatalogs } from './catalogs.ts';

type Catalogue = Readonly<Record<string, string>>;

export type EventWords = {
  readonly title: (title: Words) => string;
  readonly facts: (facts: readonly Fact[]) => readonly Fact[];
};

const made = new Map<Locale, EventWords>();

function make(locale: Locale): EventWords {
  const titles: Catalogue = eventCatalogs[locale].event;
  const labels: Catalogue = eventCatalogs[locale].fact;
  const event = createTranslator({
    locale: languages[locale].tag,
    messages: { words: titles },
    namespace: 'words',
  });
  return {
    title: ({ key, params }) => event(key, params),
    facts: (facts) => facts.map((fact) => ({ ...fact, label: labels[fact.label] ?? fact.label })),
  };
}

/** The words of timelines in one language. A key without words is a defect that the catalogue's test finds. */
export function eventWords(locale: Locale): EventWords {
  const kept = made.get(locale) ?? make(locale);
  made.set(locale, kept);
  return kept;
}
