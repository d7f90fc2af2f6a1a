import { type Bench, inRounds } from './bench.ts';
import { batches, requestOf } from './events.ts';
import { ratios } from './figure.ts';
import { benchInstance } from './instance.ts';
import { load } from './load.ts';
import { singleRowCommits } from './single-row-commits.ts';

const size = 100;
const perRound = 96;

/** Events in CloudEvents batches of 100, against as many single-row commits as PostgreSQL itself can do on this machine. */
export async function batch({ server, rounds, say, found }: Bench): Promise<void> {
  const database = await server.database('batch');
  const instance = await benchInstance(server, database);
  const commits = await singleRowCommits(database, server.folder);
  try {
    const all = await inRounds(rounds, async () => {
      const events = size * (await load(instance.baseUrl, batches(perRound, size).map(requestOf), 202));
      await database.query('truncate "LedgerEvent", "Delivery"');
      const rows = await commits.measure();
      say(`batches ${events.toFixed(0)} events/s  single-row commits ${rows.toFixed(0)}/s`);
      return { events, rows };
    });
    const events = all.map((round) => round.events);
    const rows = all.map((round) => round.rows);
    const section = 'batch';
    found({
      ...{ section, what: 'ingest in batches of 100 (CloudEvents batch), 1.2 KB an event' },
      against: `single-row commits into the same table shape, 48 connections, by ${commits.by}`,
      ...{ rounds: ratios(events, rows), unit: '×', reach: { at: 'least', value: 1.5 } },
    });
    found({ section, what: 'ingest in batches of 100, events', against: '—', rounds: events, unit: '/s', reach: null });
  } finally {
    await instance.stop();
  }
}
