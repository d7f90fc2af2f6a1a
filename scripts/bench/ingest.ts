import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '#scripts/embedded-postgres/port';
import type { SimulatedDelivery } from '#scripts/simulate/delivery';
import { type Bench, inRounds } from './bench.ts';
import { begin } from './child.ts';
import { requestOf, singles } from './events.ts';
import { ratios } from './figure.ts';
import { benchInstance } from './instance.ts';
import { connections, load, type Request } from './load.ts';

const perRound = 3_000;
const twinFile = fileURLToPath(new URL('./twin-server.ts', import.meta.url));

function wronglySigned(delivery: SimulatedDelivery): Request {
  const { headers, ...request } = requestOf(delivery);
  return { ...request, headers: { ...headers, 'x-ghasi-signature': `sha256=${'0'.repeat(64)}` } };
}

/** One signed 1.2 KB event per request: against an empty route of the same server, and against the obvious way of writing. No worker runs meanwhile. */
export async function ingest({ server, rounds, say, found }: Bench): Promise<void> {
  const database = await server.database('ingest');
  const instance = await benchInstance(server, database);
  const twin = async (how: string) => {
    const port = await freePort();
    const log = path.join(server.folder, `twin-${how}.log`);
    const child = begin([twinFile, how], { ...instance.env, PORT: String(port) }, log);
    await child.told;
    return { child, url: `http://127.0.0.1:${port}` };
  };
  const [gathered, oneByOne] = await Promise.all([twin('gathered'), twin('one-by-one')]);
  try {
    const nothing = Array.from({ length: perRound }, () => ({ method: 'GET', path: '/api/health/live' }) as const);
    const all = await inRounds(rounds, async () => {
      const post = (url: string) => load(url, singles(perRound).map(requestOf), 202);
      const empty = await load(instance.baseUrl, nothing, 200);
      const ours = await post(instance.baseUrl);
      const refused = await load(instance.baseUrl, singles(perRound).map(wronglySigned), 401);
      const round = { empty, refused, ours, gathered: await post(gathered.url), oneByOne: await post(oneByOne.url) };
      await database.query('truncate "LedgerEvent", "Delivery"');
      say(
        Object.entries(round)
          .map(([name, rate]) => `${name} ${rate.toFixed(0)}/s`)
          .join('  '),
      );
      return round;
    });
    const of = (name: 'empty' | 'refused' | 'ours' | 'gathered' | 'oneByOne') => all.map((round) => round[name]);
    const what = `ingest: signed 1.2 KB events, one per request, ${connections} connections, answered after commit`;
    const section = 'ingest';
    found({
      ...{ section, what, against: 'an empty route of the same Next server' },
      ...{ rounds: ratios(of('ours'), of('empty')), unit: '×', reach: { at: 'least', value: 0.85 } },
      note: 'the empty route has no body to read and no dynamic segment',
    });
    found({
      ...{
        section,
        what: 'the same',
        against: 'the same route refusing a wrong signature: the body read, nothing kept',
      },
      ...{ rounds: ratios(of('ours'), of('refused')), unit: '×', reach: null },
    });
    found({
      ...{ section, what: 'the same, both behind a bare node:http server' },
      ...{ against: 'one Prisma write per request', rounds: ratios(of('gathered'), of('oneByOne')), unit: '×' },
      reach: { at: 'least', value: 2.5 },
    });
    found({
      ...{ section, what: 'the same, ours behind Next', against: 'one Prisma write per request behind node:http' },
      ...{ rounds: ratios(of('ours'), of('oneByOne')), unit: '×', reach: null },
    });
    const rate = { section, what: 'ingest, one event per request', against: '—', unit: '/s', reach: null } as const;
    found({ ...rate, rounds: of('ours') });
  } finally {
    await Promise.all([gathered.child.stop(), oneByOne.child.stop(), instance.stop()]);
  }
}
