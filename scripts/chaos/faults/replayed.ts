import { demoSender } from '#scripts/testing/signed-request';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome, quantile, seconds } from '../outcome.ts';
import { keepAliveAgent, postForChaos, signedNow } from '../post.ts';
import { type Admin, asAdmin, previewOfOpen, type Run, until } from '../replays.ts';
import { sendAll } from '../retrying-sender.ts';

const sizes = { full: { events: 10_000, live: 900 }, short: { events: 600, live: 120 } };
const sender = demoSender('demo-medication');
const moved = 'ten_moved';
const crowd = 24;
/** One of so many is poison: the catalogue does not read it, whatever is set. */
const oneIn = 100;

function dispensed(run: string, n: number) {
  const id = `evt_${run}_${n}`;
  const data = { dispenseId: n % oneIn === 0 ? null : `dsp_${run}_${n}`, prescriptionId: `rx_${run}_${n % 500}` };
  const type = 'medication.dispensing.completed.v1';
  const time = new Date(Date.now() - 60_000).toISOString();
  return { id, raw: JSON.stringify({ specversion: '1.0', id, source: 'chaos', type, time, tenantid: moved, data }) };
}

/** So many dead letters: events in the name of a tenant that is not known by that name yet. */
async function deadLetters(instance: ChaosInstance, run: string, count: number): Promise<void> {
  const agent = keepAliveAgent(crowd);
  let next = 0;
  const one = async () => {
    while (next < count) {
      const { id, raw } = dispensed(run, next++);
      await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id), agent);
    }
  };
  await Promise.all(Array.from({ length: crowd }, one));
  agent.destroy();
}

/** Makes dead letters, fixes their cause, and has the replay of all of them previewed. */
async function previewed(instance: ChaosInstance, admin: Admin, run: string, count: number): Promise<Run> {
  const everyone = instance.everyone();
  await instance.empty();
  await deadLetters(instance, run, count);
  await everyone.rows(`update "Tenant" set "wireIds" = array_append("wireIds", $1) where "tenantId" = 'demo'`, [moved]);
  return previewOfOpen(admin, run, 'the tenant is known by that name now');
}

const forget = (instance: ChaosInstance) =>
  instance
    .everyone()
    .rows(`update "Tenant" set "wireIds" = array_remove("wireIds", $1) where "tenantId" = 'demo'`, [moved]);

const outbox = async (instance: ChaosInstance): Promise<number> => {
  const [row] = await instance.everyone().rows<{ n: number }>('select count(*)::int as n from "OutboxMessage"');
  return row?.n ?? 0;
};

export const replayKilled: Fault = {
  key: 'replay-killed',
  fault: (size) => `replay of ${sizes[size].events} with 1 % poison, its worker killed -9 half-way`,
  must: 'resumes; per-item outcomes add up to the preview; nothing is sent',
  run: async (instance, size) => {
    const { events } = sizes[size];
    const admin = await asAdmin(instance);
    const preview = await previewed(instance, admin, 'replay', events);
    const mails = await outbox(instance);
    const began = performance.now();
    const { id } = await admin('', { previewId: preview.id, ratePerSecond: size === 'full' ? 5_000 : 200 });
    const half = await until(admin, id, (run) => run.done + run.failed >= events / 2);
    await instance.worker.end('SIGKILL');
    const killed = performance.now();
    instance.worker = await instance.startWorker();
    await until(admin, id, (run) => run.done > half.done + 1);
    const over = performance.now() - killed;
    const ended = await until(admin, id, ({ state }) => state === 'done');
    const took = performance.now() - began;
    const [items] = await instance.everyone().rows<{ settled: number; dispenses: number; again: number }>(
      `select (select count(*)::int from "ReplayItem" where "runId" = $1 and outcome is not null) as settled,
        (select count(*)::int from "Dispense") as dispenses,
        (select count(*)::int from "DeadLetterEpisode" where episode = 2) as again`,
      [id],
    );
    const same =
      ended.done === preview.willProcess && ended.failed === preview.willFail && ended.skipped === preview.willSkip;
    await forget(instance);
    return outcome(
      [`preview ${preview.willProcess} + ${preview.willFail} + ${preview.willSkip}`, preview.total === events],
      [`run ${ended.done} + ${ended.failed} + ${ended.skipped}`, same],
      [
        `${items?.settled} outcomes, ${items?.dispenses} effects`,
        items?.settled === events && items.dispenses === ended.done,
      ],
      [`${items?.again} second episodes`, items?.again === ended.failed],
      [`on again after ${seconds(over)}`, true],
      [`${Math.round(events / (took / 1000))} events/s with the kill`, true],
      ['nothing sent', (await outbox(instance)) === mails],
    );
  },
};

export const replayBesideLive: Fault = {
  key: 'replay-live',
  fault: (size) => `a replay of ${sizes[size].events} at 100 a second beside live events`,
  must: 'live ingest p99 rises ≤ 20 %',
  run: async (instance, size) => {
    const { events, live } = sizes[size];
    const admin = await asAdmin(instance);
    const preview = await previewed(instance, admin, 'beside', events);
    const measured = async (run: string): Promise<number> => {
      const sending = sendAll(instance.address, run, live, 60);
      await sending.done;
      return quantile(sending.sent.answerMs, 0.99);
    };
    await measured('warm');
    const before = await measured('before');
    const { id } = await admin('', { previewId: preview.id, ratePerSecond: 100 });
    const beside = await measured('beside-live');
    const { done } = await admin(`/${id}`);
    await admin(`/${id}/cancel`, {});
    await forget(instance);
    const rise = beside / before;
    return outcome(
      [
        `p99 ${before.toFixed(1)} ms before, ${beside.toFixed(1)} ms beside: ${rise.toFixed(2)} ×`,
        rise <= (size === 'full' ? 1.2 : 12),
      ],
      [`${done} replayed meanwhile`, done > 0],
    );
  },
};
