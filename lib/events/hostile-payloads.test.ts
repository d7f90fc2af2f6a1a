import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { readSamples } from '#scripts/samples';
import { receivedSample } from '#scripts/testing/stories/sample-events';
import { interpretEvent } from './catalog.ts';
import type { Received } from './received.ts';

const samples = readSamples().map(receivedSample);

/** Long enough to be known again wherever it turns up. */
const marked = fc.string({ unit: 'binary', maxLength: 6 }).map((text) => `secret${text}value`);
const { any } = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    marked,
    fc.constantFrom<Json>(
      null,
      true,
      false,
      '',
      ' ',
      '\u0000',
      '\ud800',
      Number.POSITIVE_INFINITY,
      -0,
      1e21,
      '2026-11-19T00:00:00Z',
      'PRESCRIPTION',
      '12',
    ),
    fc.double({ noNaN: true, min: 7_770_000, max: 7_779_999 }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('id', 'name', 'patient', '__proto__', 'constructor', 'secretkey'), tie('any'), {
      maxKeys: 4,
    }),
  ),
}));

/** A sample whose keys, at the top and one below, are replaced by anything. */
const bent: fc.Arbitrary<Received> = fc.constantFrom(...samples).chain((received) => {
  const data = received.data ?? {};
  const replaced = fc.dictionary(fc.constantFrom(...Object.keys(data), 'unknown'), any, { maxKeys: 5 });
  return fc.tuple(replaced, fc.boolean(), any).map(([other, deep, value]): Received => {
    const key = Object.keys(data).find((name) => isObject(data[name]));
    const inner = key === undefined ? undefined : data[key];
    const nested: JsonObject =
      deep && key !== undefined && isObject(inner)
        ? { [key]: { ...inner, [Object.keys(inner)[0] ?? 'id']: value } }
        : {};
    return { ...received, data: { ...data, ...nested, ...other } };
  });
});

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner);
}

test('whatever the payload, an event is read, ignored or quarantined, never thrown; and no path shows a value', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(bent, (received) => {
      const read = interpretEvent(received);
      outcomes.add(read.outcome);
      if (read.outcome === 'processed') for (const path of read.unreadable) expect(path).not.toMatch(/secret|777\d{4}/);
      if (read.outcome !== 'quarantined') return;
      expect(read.rejection.paths.length).toBeGreaterThan(0);
      expect(read.rejection.paths.length).toBeLessThanOrEqual(20);
      for (const path of read.rejection.paths) {
        expect(path).toMatch(/^(data[\w.[\]]*|time|type): /);
        expect(path).not.toMatch(/secret|777\d{4}/);
      }
    }),
    { numRuns: 3000 },
  );
  expect(outcomes).toEqual(new Set(['processed', 'quarantined', 'ignored']));
});

test('every interpreted value can be stored: no text that PostgreSQL or UTF-8 refuses, no number that is none', () => {
  fc.assert(
    fc.property(bent, (received) => {
      const read = interpretEvent(received);
      if (read.outcome !== 'processed') return;
      for (const text of textsIn([read.changes, read.subjects, read.entry, read.factKey]))
        expect(isStorableText(text)).toBe(true);
      expect(JSON.parse(JSON.stringify(read.changes.map(({ set }) => set)))).toEqual(
        read.changes.map(({ set }) =>
          Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
        ),
      );
    }),
    { numRuns: 1500 },
  );
});

test('a value that poses as an object of a class is left out and reported like any other', () => {
  const signed = samples.find(({ wireType }) => wireType === 'medication.prescription.signed.v1');
  const dressed: Json = JSON.parse('{"constructor":{"name":{"toString":1,"valueOf":1}}}');
  const data = { ...signed?.data, overrides: dressed };
  expect(signed && interpretEvent({ ...signed, data })).toMatchObject({
    outcome: 'processed',
    unreadable: ['data.overrides: expected list, got object'],
  });
});

test('interpreting the same event twice gives the same result', () => {
  fc.assert(
    fc.property(bent, (received) => {
      expect(interpretEvent(received)).toEqual(interpretEvent(received));
    }),
    { numRuns: 300 },
  );
});
