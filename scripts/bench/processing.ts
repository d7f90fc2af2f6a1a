import { databaseClock, untilProcessed } from './backlog.ts';
import { type Bench, inRounds } from './bench.ts';
import type { Child } from './child.ts';
import { mixed, requestOf } from './events.ts';
import { ratios } from './figure.ts';
import { benchInstance } from './instance.ts';
import { load } from './load.ts';

const perRound = 4_000;

/**
 * Ledger → projections, by one worker and by two, against the rate at which the very same events came in one by one. The workers are paused
 * while events come in, so that they are warm and in nobody's way.
 */
export async function processing({ server, rounds, say, found }: Bench): Promise<void> {
  const database = await server.database('processing');
  const instance = await benchInstance(server, database);
  const [first, second] = [await instance.worker(), await instance.worker()];
  const by = async (workers: readonly Child[]) => {
    for (const worker of [first, second]) worker.pause();
    const arrived = await load(instance.baseUrl, mixed(perRound).map(requestOf), 202);
    const began = await databaseClock(database);
    for (const worker of workers) worker.resume();
    const processed = perRound / ((await untilProcessed(database)) - began);
    return { arrived, processed: processed * 1000 };
  };
  try {
    const all = await inRounds(rounds, async () => {
      const round = { one: await by([first]), two: await by([first, second]) };
      const { one, two } = round;
      say(
        `in ${one.arrived.toFixed(0)}/s  one worker ${one.processed.toFixed(0)}/s  two ${two.processed.toFixed(0)}/s`,
      );
      return round;
    });
    const rates = (of: 'one' | 'two') => all.map((round) => round[of].processed);
    const arrivals = (of: 'one' | 'two') => all.map((round) => round[of].arrived);
    const against = 'ingest of the same events, one per request';
    const section = 'processing';
    found({
      ...{ section, what: 'processing: ledger → projections, one worker', against, unit: '×' },
      ...{ rounds: ratios(rates('one'), arrivals('one')), reach: { at: 'least', value: 1 } },
    });
    found({
      ...{ section, what: 'the same, two workers', against, unit: '×', reach: null },
      rounds: ratios(rates('two'), arrivals('two')),
    });
    found({ section, what: 'processing, one worker', against: '—', rounds: rates('one'), unit: '/s', reach: null });
  } finally {
    await instance.stop();
  }
}
