import { projectionTables } from '#lib/db/overview/rebuild-tables';
import { rebuild } from '#lib/processing/replays/rebuild';
import type { Bench } from './bench.ts';
import { fillByProcessing, multiply } from './fill.ts';
import { benchInstance } from './instance.ts';
import type { Database } from './server.ts';

const few = 5_000;
const mostEvents = 50_000;

/** A digest of every row of each projection, without the ledger numbers that multiplied rows have from the copied ones. */
async function contents(database: Database): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const table of projectionTables) {
    const [row] = await database.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(regexp_replace(t::text, '""by"": \\d+', '', 'g'), 0)), 0) as digest from "${table}" t`,
    );
    all.set(table, row?.digest ?? '');
  }
  return all;
}

/** Throws every projection away and folds the ledger again: how long a million events would take at the rate of a part of them. */
export async function rebuilding({ server, events, say, found }: Bench): Promise<void> {
  const database = await server.database('rebuilding');
  const instance = await benchInstance(server, database);
  const tag = await fillByProcessing(instance, few);
  await instance.stop();
  const count = Math.min(events, mostEvents);
  await multiply(database, tag, Math.max(1, Math.round(count / few) - 1), say);
  const before = await contents(database);
  const began = performance.now();
  const rebuilt = await rebuild(database.url);
  const seconds = (performance.now() - began) / 1000;
  say(`${rebuilt.events} events in ${seconds.toFixed(1)} s`);
  const after = await contents(database);
  const differing = projectionTables.filter((table) => before.get(table) !== after.get(table));
  if (differing.length > 0) throw new Error(`the rebuild made other rows of ${differing.join(', ')}`);
  found({
    ...{ section: 'rebuild', what: 'rebuild of 1 M events', against: '—', unit: 's' },
    ...{ rounds: [(seconds / rebuilt.events) * 1_000_000], reach: { at: 'most', value: 600 } },
    note: `at the rate of ${rebuilt.events.toLocaleString('en')} events, ${(rebuilt.events / seconds).toFixed(0)}/s`,
  });
}
