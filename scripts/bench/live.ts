import { setTimeout as wait } from 'node:timers/promises';
import { isObject, type JsonObject } from '#lib/domain/base/json/json';
import { deliveryOf } from '#scripts/simulate/delivery';
import { post } from '#scripts/simulate/post';
import { drawStory } from '#scripts/simulate/stories';
import type { Step } from '#scripts/simulate/story';
import { percentile } from '#scripts/simulate/tally';
import type { Bench } from './bench.ts';
import { castOf } from './events.ts';
import { benchInstance } from './instance.ts';
import { openPage } from './open-page.ts';

const perSecond = 100;
const secondsPerRound = 8;
const patienceMs = 10_000;

/** The prescription that a story's first event writes, as the doctor's list names it; null for another doctor's. */
function writtenFor(doctor: string, step: Step, body: JsonObject): string | null {
  const data = isObject(body['data']) ? body['data'] : {};
  const by = isObject(data['doctor']) ? data['doctor']['doctor_id'] : data['prescriberId'];
  const id = data['prescriptionId'] ?? data['prescription_id'] ?? data['id'];
  if (typeof id !== 'string' || typeof by !== 'string' || !by.endsWith(doctor)) return null;
  const system = { 'medication-service': 'medication', osigu: 'osigu', photon: 'photon', standard: '' }[step.format];
  return `${system}:${id}`;
}

/**
 * From posting an event to its prescription standing on a doctor's open list, while 100 events a second of all senders come in. The page is the
 * stream, the tab's own pacing and the list's answer; painting it is not in the figure.
 */
export async function live({ server, rounds, say, found }: Bench): Promise<void> {
  const instance = await benchInstance(server, await server.database('live'));
  await instance.worker();
  const cookie = await instance.signIn('doctor@demo.test');
  const waiting = new Map<string, number>();
  let seen: number[] = [];
  const page = openPage(instance.baseUrl, cookie, '/api/prescriptions?limit=200', (ids) => {
    const now = performance.now();
    for (const id of ids) {
      const began = waiting.get(id);
      if (began !== undefined) seen.push(now - began);
      waiting.delete(id);
    }
  });
  const cast = castOf();
  const open = Array.from({ length: 60 }, () => [...drawStory(cast)]);
  const sendOne = async () => {
    const at = cast.random.int(0, open.length - 1);
    const story = open[at] ?? [];
    const step = story.shift();
    if (story.length === 0) open[at] = [...drawStory(cast)];
    if (!step) return;
    const now = new Date();
    const id = step.afterSeconds === 0 ? writtenFor('demo_ana', step, step.body(now)) : null;
    if (id !== null) waiting.set(id, performance.now());
    await post(instance.baseUrl, deliveryOf(step, now), { tries: 3, pauseMs: 100 });
  };
  const round = async () => {
    seen = [];
    const began = performance.now();
    const sending: Promise<void>[] = [];
    while (sending.length < perSecond * secondsPerRound) {
      while (sending.length < ((performance.now() - began) / 1000) * perSecond) sending.push(sendOne());
      await wait(5);
    }
    await Promise.all(sending);
    for (const until = performance.now() + patienceMs; waiting.size > 0 && performance.now() < until; ) await wait(20);
    if (waiting.size > 0) throw new Error(`${waiting.size} prescriptions never came to the page`);
    const [p50, p99] = [percentile(seen, 0.5), percentile(seen, 0.99)];
    say(`${seen.length} seen  p50 ${p50.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms`);
    return { p50, p99 };
  };
  try {
    await round();
    const all: { p50: number; p99: number }[] = [];
    for (let nth = 0; nth < rounds; nth += 1) all.push(await round());
    const what = `receipt → visible on an open list, at ${perSecond} events/s`;
    const row = { section: 'live', against: '—', unit: 'ms' } as const;
    const note = 'the tab refetches a list at most every 500 ms';
    found({ ...row, what: `${what}, p50`, note, rounds: all.map(({ p50 }) => p50), reach: { at: 'most', value: 250 } });
    found({ ...row, what: `${what}, p99`, rounds: all.map(({ p99 }) => p99), reach: { at: 'most', value: 1000 } });
  } finally {
    page.close();
    await instance.stop();
  }
}
