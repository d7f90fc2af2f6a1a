import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import { type Locale, languages, locales } from '#lib/domain/base/locale';
import { eventCatalogs } from '#lib/i18n/catalogs';
import { readSamples } from '#scripts/samples';
import { interpretedSamples, receivedSample } from '#scripts/testing/stories/sample-events';
import { catalogue, interpretEvent, knownTypes } from './catalog.ts';
import type { Interpretation } from './interpretation.ts';
import { legacySubjects } from './legacy-subjects.ts';

const samples = interpretedSamples();
const named = (type: string) => samples.filter(({ sample }) => sample.type === type);

describe('the samples and the catalogue', () => {
  test.each([...knownTypes, ...legacySubjects.keys()])('%s has one sample, named after it', (type) => {
    expect(named(type).map(({ sample }) => sample.name)).toEqual([type.replaceAll(':', '-')]);
  });

  test('there is no sample of anything else', () => {
    const types = samples.map(({ sample }) => sample.type);
    expect(types.filter((type) => !knownTypes.includes(type) && !legacySubjects.has(type))).toEqual([]);
  });

  test.each(catalogue)(
    'the sample of $type is read, or ignored where it is not used',
    ({ type, used, keep, system }) => {
      const [read] = named(type).map((one) => one.read);
      if (!used) expect(read).toEqual({ outcome: 'ignored', type, keep, reason: 'not-used' });
      else expect(read).toMatchObject({ outcome: 'processed', type, keep, system });
    },
  );

  test.each(samples.flatMap(({ sample, read }) => (read.outcome === 'processed' ? [{ name: sample.name, read }] : [])))(
    'the sample $name has subjects, each once, and changes something',
    ({ read }) => {
      const subjects = read.subjects.map(({ kind, id }) => `${kind} ${id}`);
      expect(subjects).not.toEqual([]);
      expect(new Set(subjects).size).toBe(subjects.length);
      expect(read.changes).not.toEqual([]);
      expect(new Set(read.changes.map(({ at }) => at))).toEqual(new Set([read.at]));
    },
  );

  test.each([...legacySubjects])('%s is read as %s', (name, subject) => {
    const [read] = named(name).map((one) => one.read);
    expect(read).toMatchObject({ outcome: 'processed', type: subject });
    const twin = interpretEvent({ ...receivedSample(sampleOf(name)), wireType: subject });
    expect(read).toEqual(twin);
  });

  test('the twins of the dual-publish window fold by their fact key', () => {
    const folding = [...legacySubjects].filter(([name, subject]) => {
      const keys = [name, subject].map(
        (type) => named(type).map(({ read }) => read.outcome === 'processed' && read.factKey)[0],
      );
      return typeof keys[0] === 'string' && keys[0] === keys[1];
    });
    // The shorthand's other three are about a prescription that no new name named: legacy only.
    expect(folding).toHaveLength(legacySubjects.size - 3);
  });
});

function sampleOf(type: string) {
  const found = readSamples().find((sample) => sample.type === type);
  if (!found) throw new Error(`no sample of ${type}`);
  return found;
}

/** A sample's data with one key left away, at every depth, in turn. */
function* thinned(data: JsonObject): Generator<JsonObject> {
  for (const [key, value] of Object.entries(data)) {
    const { [key]: _, ...rest } = data;
    yield rest;
    if (isObject(value)) for (const thin of thinned(value)) yield { ...data, [key]: thin };
    const [first, ...others]: readonly Json[] = Array.isArray(value) ? value : [];
    if (first !== undefined) yield { ...data, [key]: [] };
    if (isObject(first)) for (const thin of thinned(first)) yield { ...data, [key]: [thin, ...others] };
  }
}

function wordingsOf(type: string): readonly Interpretation[] {
  const received = receivedSample(sampleOf(type));
  return [received.data ?? {}, ...thinned(received.data ?? {})].map((data) => interpretEvent({ ...received, data }));
}

describe.each(locales)('the words in %s', (locale) => {
  const messages = eventCatalogs[locale];
  const failed = (error: Error) => {
    throw error;
  };
  const titles: Readonly<Record<string, string>> = messages.event;
  const translate = createTranslator({ locale: languages[locale].tag, messages: { event: titles }, onError: failed });

  test.each(catalogue.filter(({ used }) => used))(
    'every wording of $type has its words, whichever key its source leaves away',
    ({ type }) => {
      for (const read of wordingsOf(type)) {
        if (read.outcome !== 'processed') continue;
        const { title, facts } = read.entry;
        expect(translate(`event.${title.key}`, title.params).trim()).not.toBe('');
        expect(translate(`event.${title.key}`, title.params)).not.toMatch(/undefined|[{}]/);
        for (const { label } of facts) expect(messages.fact).toHaveProperty(label);
      }
    },
  );
});

test.each(locales)('%s has the same words as English', (locale) => {
  const keys = (of: Locale) => Object.entries(eventCatalogs[of]).map(([group, words]) => [group, Object.keys(words)]);
  expect(keys(locale)).toEqual(keys('en'));
});
