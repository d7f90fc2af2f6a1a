import { expect, test } from 'vitest';
import { legacySubjects } from '#lib/events/legacy-subjects';
import { wireFormats } from '#lib/sources/index';
import { demoSources } from '#prisma/demo';
import { demoClinic, idsOf, otherClinic } from './clinic.ts';
import { type SimulatedDelivery, signed } from './delivery.ts';
import { seeded } from './random.ts';
import { Traffic } from './traffic.ts';

const at = new Date('2026-11-19T12:00:00.000Z');

function drawn(count: number, seed = 3): readonly SimulatedDelivery[] {
  const shared = { random: seeded(seed), ids: idsOf('t'), today: at };
  const casts = { main: { ...shared, clinic: demoClinic }, other: { ...shared, clinic: otherClinic } };
  const traffic = new Traffic(casts, () => at);
  return Array.from({ length: count }, () => traffic.next());
}
const all = drawn(3000);
const share = (of: (delivery: SimulatedDelivery) => boolean) => all.filter(of).length / all.length;

function open(delivery: SimulatedDelivery) {
  const source = demoSources.find(({ key }) => key === delivery.source);
  if (!source) throw new Error(`no source ${delivery.source}`);
  const [raw, headers] = [new TextEncoder().encode(delivery.raw), new Headers(signed(delivery, at))];
  const verdict = wireFormats[source.format].verify(raw, headers, [source.secret], at.getTime() / 1000);
  return { verdict, ...wireFormats[source.format].open(raw, headers) };
}

test('everything is signed as its receiver wants it, whatever else is wrong with it', () => {
  expect(all.filter((delivery) => !open(delivery).verdict.ok)).toEqual([]);
});

test('a few percent come again byte by byte, and more from every sender come once', () => {
  const seen = new Set<string>();
  const again = all.filter(({ raw }) => seen.size === seen.add(raw).size).length / all.length;
  expect(again).toBeGreaterThan(0.015);
  expect(again).toBeLessThan(0.06);
  for (const { key } of demoSources) expect(share(({ source }) => source === key)).toBeGreaterThan(0.03);
});

test('some are no JSON, some come in batches, some with their attributes in headers', () => {
  expect(share((delivery) => open(delivery).events.some((event) => !event.ok))).toBeGreaterThan(0.002);
  expect(share((delivery) => open(delivery).batch)).toBeGreaterThan(0.01);
  expect(share(({ headers }) => 'ce-id' in headers)).toBeGreaterThan(0.01);
});

test('what is sent in batches or in headers opens as what it was', () => {
  const odd = all.filter(({ headers }) => Object.keys(headers).length > 0).flatMap((delivery) => open(delivery).events);
  expect(odd.filter((event) => !event.ok)).toEqual([]);
});

test('some events of a story come after those that followed them', () => {
  const last = new Map<string, number>();
  const seen = new Set<string>();
  const backwards = all.filter(({ raw, messageId, about }) => {
    const [, story] = /"correlationid":"([^"]+)"/.exec(raw) ?? [];
    const number = Number(messageId.split('_').at(-1));
    const before = last.get(story ?? '') ?? 0;
    const again = seen.size === seen.add(messageId).size;
    if (story === undefined || !messageId.startsWith('evt_') || again || legacySubjects.has(about)) return false;
    last.set(story, number);
    return number < before;
  });
  expect(backwards.length).toBeGreaterThan(10);
});

test('the same seed gives the same traffic, another seed another', () => {
  expect(drawn(200)).toEqual(drawn(200));
  expect(drawn(200, 4)).not.toEqual(drawn(200));
});
