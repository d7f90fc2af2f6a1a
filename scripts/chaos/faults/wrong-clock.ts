import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { loadedEvent } from '../invented-load.ts';
import { type Clause, outcome, seconds } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';
import { failingEvent, refuseDispense } from '../refuse-dispense.ts';
import { settled } from '../settled.ts';

const shifts = { full: [-600_000, 600_000], short: [600_000] };
const warnedWithinMs = 60_000;
const startedSlackMs = 5_000;

async function sendPlain(instance: ChaosInstance, run: string): Promise<void> {
  // Number 11 is Osigu's, which signs its time too; all say that they happen just now.
  for (const n of [0, 1, 2, 3, 4, 11]) {
    const { sender, body, id } = loadedEvent(run, n);
    const now = new Date().toISOString();
    const raw = JSON.stringify({ ...body, ...(n === 11 ? { created_at: now } : { time: now }) });
    const answer = await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id));
    if (answer.status !== 202 || JSON.parse(answer.body).accepted !== 1)
      throw new Error(`${id} was answered ${answer.status} ${answer.body}`);
  }
}

async function withClock(instance: ChaosInstance, shift: number): Promise<readonly Clause[]> {
  await instance.empty();
  const shifted = { CHAOS_CLOCK_MS: String(shift) };
  await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
  const before = instance.workerLog().length;
  const began = performance.now();
  [instance.web, instance.worker] = await Promise.all([
    instance.startWeb(['preload/clock.ts'], shifted),
    instance.startWorker(['preload/clock.ts'], shifted),
  ]);
  const run = `clock${shift > 0 ? 'ahead' : 'behind'}`;
  const allow = await refuseDispense(instance, `medication:dsp_${run}_1`);
  await sendPlain(instance, run);
  let failing = await failingEvent(instance);
  for (const until = Date.now() + 10_000; failing === undefined && Date.now() < until; await wait(20)) {
    failing = await failingEvent(instance);
  }
  await allow();
  const due = performance.now();
  const all = await settled(instance);
  const late = performance.now() - due - Math.max(0, failing?.wait ?? 0) * 1000;
  while (!instance.workerLog().slice(before).includes('clock.differs_from_database')) {
    if (performance.now() - began > warnedWithinMs) break;
    await wait(100);
  }
  const warned = performance.now() - began;
  const most = 2 ** (failing?.attempts ?? 0);
  const sign = shift > 0 ? '+' : '−';
  return [
    [
      `${sign}10 min: retry due in ${(failing?.wait ?? Number.NaN).toFixed(1)} s of at most ${most}`,
      failing !== undefined && failing.wait <= most,
    ],
    [`all settled ${seconds(Math.max(0, late))} after it was due`, all && late <= startedSlackMs + most * 1000],
    [`warned after ${seconds(warned)}`, warned <= warnedWithinMs],
  ];
}

export const wrongClock: Fault = {
  key: 'clock',
  fault: (size) => `clock of the app ${size === 'full' ? '± 10 min' : '+ 10 min'} against the database`,
  must: 'scheduling unaffected; warned within 60 s',
  run: async (instance, size) => {
    const clauses: Clause[] = [];
    for (const shift of shifts[size]) clauses.push(...(await withClock(instance, shift)));
    await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
    [instance.web, instance.worker] = await Promise.all([instance.startWeb(), instance.startWorker()]);
    return outcome(...clauses);
  },
};
