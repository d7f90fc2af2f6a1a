import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { metricsToken } from '../instance.ts';
import { outcome } from '../outcome.ts';
import { sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';
import { signedIn } from '../signed-in.ts';

const sizes = { full: 3_000, short: 300 };
const refusals = 40;
/** Each write to it is answered "no space left on device". */
const fullDisk = '/dev/full';

/** A doctor asks for what is not a doctor's: each refusal is a line of the log. Answers how many were answered in another way. */
async function beRefused(instance: ChaosInstance, times: number): Promise<number> {
  const doctor = await signedIn(instance.address, 'doctor@demo.test');
  let other = 0;
  for (let nth = 0; nth < times; nth++) {
    const answer = await doctor.ask('/api/events');
    await answer.body?.cancel();
    other += answer.status === 403 ? 0 : 1;
  }
  return other;
}

/** The number of lines that could not be written, as the web process itself counts them. */
async function dropped(instance: ChaosInstance): Promise<number> {
  const headers = { authorization: `Bearer ${metricsToken}` };
  const text = await (await fetch(`${instance.address}/api/metrics`, { headers })).text();
  return Number(/^scriptline_log_lines_dropped_total (\d+)/m.exec(text)?.[1] ?? 0);
}

export const logDiskFull: Fault = {
  key: 'log-disk',
  fault: (size) => `disk of the logs of web and worker full while they run, ${sizes[size]} events`,
  must: '0 lost; live answers; lines dropped are counted; exit 0 when told to stop',
  run: async (instance, size) => {
    const events = sizes[size];
    await instance.empty();
    await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
    [instance.web, instance.worker] = await Promise.all([
      instance.startWeb([], {}, fullDisk),
      instance.startWorker([], {}, fullDisk),
    ]);
    const sending = sendAll(instance.address, 'logdisk', events);
    const failed = await beRefused(instance, refusals);
    await sending.done;
    const found = await account(instance, 'logdisk', events, sending.sent.acknowledged);
    const live = await fetch(`${instance.address}/api/health/live`);
    const lines = await dropped(instance);
    const ends = await Promise.all([instance.web.end('SIGTERM'), instance.worker.end('SIGTERM')]);
    [instance.web, instance.worker] = await Promise.all([instance.startWeb(), instance.startWorker()]);
    const other = [...sending.sent.statuses.keys()].filter((status) => status !== 202);
    return outcome(
      ...lostAndDoubled(found),
      [`${other.length + failed} other answers`, other.length + failed === 0],
      [`live ${live.status}`, live.status === 200],
      [`${lines} lines counted as dropped`, lines >= refusals],
      [`exit ${ends.map(({ code }) => code).join(' and ')}`, ends.every(({ code }) => code === 0)],
    );
  },
};
