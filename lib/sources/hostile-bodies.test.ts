import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireFormatNames } from '#lib/domain/base/system';
import { wireFormats } from './index.ts';

const megabyte = 1024 * 1024;
const wrapped = (data: string) =>
  `{"specversion":"1.0","type":"t","event_type":"t","id":"1","event_id":"1","source":"s","data":${data}}`;
const repeated = (bytes: number, part: (index: number) => string) => {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < bytes - 200; index++) {
    const next = part(index);
    parts.push(next);
    length += next.length + 1;
  }
  return parts.join(',');
};
const scattered = (index: number) => ((index * 2_654_435_761) >>> 0).toString(36);

const hostile: [string, (bytes: number) => string][] = [
  ['nesting without end', (bytes) => '['.repeat(bytes)],
  ['nesting of objects', (bytes) => '{"a":'.repeat(bytes / 5)],
  ['many keys', (bytes) => wrapped(`{${repeated(bytes, (index) => `"${scattered(index)}":1`)}}`)],
  ['fewer, longer keys', (bytes) => wrapped(`{${repeated(bytes, (index) => `"${scattered(index)}":"abcdefghi"`)}}`)],
  ['many numbers', (bytes) => wrapped(`{"a":[${repeated(bytes, () => '1')}]}`)],
  [
    'numbers with more digits than a double',
    (bytes) => wrapped(`{"a":[${repeated(bytes, () => '0.12345678901234567')}]}`),
  ],
  ['numbers beyond a double', (bytes) => wrapped(`{"a":[${repeated(bytes, () => '1e400000')}]}`)],
  ['one long number', (bytes) => wrapped(`{"a":${'1'.repeat(bytes - 200)}}`)],
  ['one long number that ends in zeros and a one', (bytes) => wrapped(`{"a":0.1${'0'.repeat(bytes - 200)}1}`)],
  ['backslashes', (bytes) => wrapped(`{"a":"${'\\\\'.repeat(bytes / 2 - 100)}"}`)],
  ['U+0000 throughout', (bytes) => wrapped(`{"a":[${repeated(bytes, () => '"\\u0000"')}]}`)],
  ['a batch of crumbs', (bytes) => `[${repeated(bytes, () => '1')}]`],
  ['a batch of small events', (bytes) => `[${repeated(bytes, (index) => wrapped(`{"a":${index}}`))}]`],
];

describe('no body holds the event loop', () => {
  /** Bounds for a slow, shared machine: they distinguish linear from quadratic. Measured: at most 25 and 45 ms. */
  test.each(hostile)('%s', (_what, body) => {
    for (const [bytes, most] of [
      [megabyte / 4, 600],
      [megabyte, 1_200],
    ] as const) {
      const raw = new TextEncoder().encode(body(bytes));
      const took = [0, 1, 2].map(() => {
        const from = performance.now();
        expect(wireFormats.photon.open(raw, new Headers()).events.length).toBeLessThanOrEqual(5000);
        return performance.now() - from;
      });
      expect(Math.min(...took)).toBeLessThan(most);
    }
  });
});

describe.each(wireFormatNames)('%s opens anything without throwing', (format) => {
  const { open } = wireFormats[format];
  const headers = fc.constantFrom(
    {},
    { 'content-type': 'application/cloudevents-batch+json' },
    { 'webhook-id': 'w1', 'content-type': 'application/json' },
    { 'ce-id': '%', 'ce-type': '"', 'ce-source': '%00', 'ce-specversion': '1.0' },
    { 'ce-id': 'e1', 'ce-type': 't', 'ce-source': 's', 'ce-specversion': '1.0' },
  );
  const attribute = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), { nil: undefined });
  const nearlyAnEvent = fc.record({
    specversion: fc.constant('1.0'),
    id: attribute,
    event_id: attribute,
    source: attribute,
    type: attribute,
    event_type: attribute,
    time: attribute,
    tenantid: attribute,
    environment: attribute,
    data: attribute,
    data_base64: attribute,
  });
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .oneof(fc.jsonValue(), nearlyAnEvent, fc.array(nearlyAnEvent))
      .map((value) => new TextEncoder().encode(JSON.stringify(value))),
  );

  test('and what it gives can be stored', () => {
    fc.assert(
      fc.property(bodies, headers, (raw, sent) => {
        for (const event of open(raw, new Headers(sent)).events) {
          const { messageId, dedupeKey, wireType, digest } = event.ok ? event.envelope : event;
          expect(digest).toMatch(/^[0-9a-f]{64}$/);
          for (const text of [messageId, dedupeKey, wireType ?? 'none']) {
            expect(text).toMatch(/^[^\0]+$/);
            expect(text.isWellFormed()).toBe(true);
            expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2049);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('and white space or key order never makes another event of it', () => {
    fc.assert(
      fc.property(nearlyAnEvent, headers, (event, sent) => {
        const body = (value: object, indent: number) => new TextEncoder().encode(JSON.stringify(value, null, indent));
        const turned = Object.fromEntries(Object.entries(event).reverse());
        const identities = (raw: Uint8Array) =>
          open(raw, new Headers(sent)).events.map((opened) => {
            const { messageId, dedupeKey, digest } = opened.ok ? opened.envelope : opened;
            return { messageId, dedupeKey, digest };
          });
        expect(identities(body(turned, 2))).toEqual(identities(body(event, 0)));
      }),
    );
  });

  test('and keeps no signature', () => {
    for (const name of wireFormats[format].keptHeaders) expect(name).not.toMatch(/signature|authorization|cookie/);
  });
});
