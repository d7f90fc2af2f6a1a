import { expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import { interpretEvent } from '#lib/events/catalog';
import { legacySubjects } from '#lib/events/legacy-subjects';
import { postedSamples, readSamples } from '#scripts/samples';
import { type Clinic, demoClinic, idsOf, otherClinic } from './clinic.ts';
import { seeded } from './random.ts';
import { drawStory } from './stories.ts';
import type { Step } from './story.ts';

const at = new Date('2026-11-19T12:00:00.000Z');

function steps(clinic: Clinic, stories: number): readonly Step[] {
  const cast = { clinic, random: seeded(7), ids: idsOf(clinic.tenantId), today: at };
  return Array.from({ length: stories }, () => drawStory(cast)).flat();
}
const all = [...steps(demoClinic, 600), ...steps(otherClinic, 100)];

function dataOf(body: JsonObject): JsonObject {
  const data = body['data'];
  if (!isObject(data)) throw new Error('an event without a payload');
  return data;
}

/** The same value, which writes down every key that is asked of it: zod asks for what its shape names, and for nothing else. */
function watched(value: Json, path: string, seen: Set<string>): Json {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      const own = typeof key === 'string' && Object.hasOwn(target, key);
      if (!own || key === 'length') return found;
      const below = Array.isArray(target) ? `${path}[]` : `${path}.${key}`;
      seen.add(below);
      return typeof found === 'object' && found !== null ? watched(Reflect.get(target, key), below, seen) : found;
    },
  });
}

function pathsIn(value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry: Json) => [`${path}[]`, ...pathsIn(entry, `${path}[]`)]);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => [`${path}.${key}`, ...pathsIn(entry, `${path}.${key}`)]);
}

const samplePaths = new Map<string, readonly string[]>(
  readSamples().map(({ type, body }) => [type, pathsIn(dataOf(body), 'data')]),
);

function interpreted(step: Step, seen = new Set<string>()) {
  const data = watched(dataOf(step.body(at)), 'data', seen);
  return interpretEvent({
    ...{ wireType: step.type, messageId: step.messageId, digest: 'd', occurredAt: at.toISOString() },
    ...{ receivedAt: at.toISOString(), actorId: null, data: isObject(data) ? data : null, own: false },
  });
}

test('every key that the simulator sends is one that the catalogue reads or its sender documents', () => {
  const unknown = new Set<string>();
  for (const step of all) {
    const known = new Set(samplePaths.get(step.type));
    interpreted(step, known);
    for (const path of pathsIn(dataOf(step.body(at)), 'data'))
      if (!known.has(path)) unknown.add(`${step.type} ${path}`);
  }
  expect([...unknown]).toEqual([]);
});

test('a key that nobody documents would be noticed', () => {
  const [step] = all;
  const data = { ...(step && dataOf(step.body(at))), batteryLevel: 3 };
  const seen = new Set<string>();
  const read = watched(data, 'data', seen);
  interpretEvent({
    ...{ wireType: step?.type ?? '', messageId: 'm', digest: 'd', occurredAt: null, receivedAt: at.toISOString() },
    ...{ actorId: null, data: isObject(read) ? read : null, own: false },
  });
  expect(seen.size).toBeGreaterThan(0);
  expect([...seen]).not.toContain('data.batteryLevel');
});

test('every event of a story is understood, or is one of those that are of no concern', () => {
  const wrong = all.filter((step) => {
    const read = interpreted(step);
    return read.outcome === 'quarantined' || (read.outcome === 'ignored' && read.reason === 'unknown-type');
  });
  expect(wrong.map(({ type }) => type)).toEqual([]);
});

test('stories cover every type that a sender of prescriptions has, both names of a fact among them', () => {
  const sentTypes = new Set(all.map(({ type }) => type));
  const rare = ['authorization.rejected', 'authorization.updated', 'authorization.voided'];
  const settlements = ['settlement.rejected', 'settlement.partially_accepted'];
  const types = postedSamples();
  const missing = types.map(({ type }) => type).filter((type) => !sentTypes.has(type) && !legacySubjects.has(type));
  expect(missing.toSorted()).toEqual([...rare, ...settlements].toSorted());
  expect([...legacySubjects.keys()].filter((name) => sentTypes.has(name)).length).toBeGreaterThan(8);
});

test('the same instant gives the same body, and an id is sent once', () => {
  for (const step of all) expect(step.body(at)).toEqual(step.body(at));
  expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(all.length);
});

test('the same seed gives the same stories', () => {
  expect(steps(demoClinic, 20).map((step) => step.body(at))).toEqual(
    steps(demoClinic, 20).map((step) => step.body(at)),
  );
});
