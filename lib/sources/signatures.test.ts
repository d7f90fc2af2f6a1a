import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wireFormatNames } from '#lib/domain/base/system';
import { wireFormats } from './index.ts';

const headers = z.record(z.string(), z.string());
const whole = z.object({
  name: z.string(),
  format: z.enum(wireFormatNames),
  secrets: z.array(z.string()),
  now: z.number(),
  headers,
  body: z.string(),
  accept: z.boolean(),
});
const variant = whole.partial().required({ name: true, accept: true }).extend({ same_as: z.string() });
const file = z.object({ vectors: z.array(z.union([whole.strict(), variant.strict()])) });

const { vectors } = file.parse(JSON.parse(readFileSync(new URL('./vectors/signatures.json', import.meta.url), 'utf8')));
const byName = new Map(vectors.map((vector) => [vector.name, vector]));
const complete = vectors.map((vector) =>
  whole.parse('same_as' in vector ? { ...byName.get(vector.same_as), ...vector } : vector),
);

describe('every signature vector gets its verdict', () => {
  test('there are vectors of every format, accepted and refused', () => {
    expect(new Set(complete.map(({ format, accept }) => `${format} ${accept}`)).size).toBe(2 * wireFormatNames.length);
  });

  test.each(complete)('$name', ({ format, secrets, now, headers: sent, body, accept }) => {
    const raw = new TextEncoder().encode(body);
    expect(wireFormats[format].verify(raw, new Headers(sent), secrets, now).ok).toBe(accept);
  });
});
