import { untilProcessed } from './backlog.ts';
import type { Bench } from './bench.ts';
import type { Child } from './child.ts';
import { mixed, requestOf } from './events.ts';
import { median } from './figure.ts';
import { benchInstance } from './instance.ts';
import { load } from './load.ts';

const step = 10_000;
const steps = 5;

/** The memory of the same two processes after 10,000 events and after five times as many, all of them received and processed by these two. */
export async function memory({ server, say, found }: Bench): Promise<void> {
  const database = await server.database('memory');
  const instance = await benchInstance(server, database);
  const worker = await instance.worker();
  const held = { web: [] as number[], worker: [] as number[] };
  const resident = async (child: Child) => {
    const samples: number[] = [];
    for (let nth = 0; nth < 5; nth += 1) samples.push(child.memoryMb());
    return median(samples);
  };
  try {
    for (let nth = 1; nth <= steps; nth += 1) {
      await load(instance.baseUrl, mixed(step).map(requestOf), 202);
      await untilProcessed(database);
      held.web.push(await resident(instance.web));
      held.worker.push(await resident(worker));
    }
    for (const name of ['web', 'worker'] as const) {
      const [after10k = Number.NaN] = held[name];
      const last = held[name].at(-1) ?? Number.NaN;
      say(`${name}: ${held[name].map((mb) => mb.toFixed(0)).join(', ')} MB`);
      found({
        ...{ section: 'memory', what: `memory of the ${name} process after ${steps * step} events`, unit: '×' },
        ...{ against: `after ${step}`, rounds: [last / after10k], reach: { at: 'most', value: 1.2 } },
        note: `${after10k.toFixed(0)} → ${last.toFixed(0)} MB`,
      });
    }
  } finally {
    await instance.stop();
  }
}
