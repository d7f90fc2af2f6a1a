import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { replayRates } from '#lib/domain/replays/replay';
import { databaseClock, untilProcessed } from './backlog.ts';
import { type Bench, inRounds } from './bench.ts';
import { castOf, mixed, requestOf } from './events.ts';
import { ratios } from './figure.ts';
import { type BenchInstance, benchInstance } from './instance.ts';
import { load } from './load.ts';

const perRound = 2_000;
/** The server answers while the preview is still being made: this asks again. */
const headers = { 'content-type': 'application/json', prefer: 'respond-async' };
const previewed = z.object({ previewId: z.string() });
const started = z.object({ id: z.string() });
const standing = z.object({ state: z.string(), total: z.number(), done: z.number() });

/** Events of the Medication Service that name the tenant as `as`. */
function named(as: string) {
  const cast = castOf();
  const own = mixed(3 * perRound, cast).filter(
    ({ source, raw }) => source === 'demo-medication' && raw.includes('"tenantid":"ten_demo"'),
  );
  return own
    .slice(0, perRound)
    .map((delivery) => ({ ...delivery, raw: delivery.raw.replace('"tenantid":"ten_demo"', `"tenantid":"${as}"`) }));
}

async function asAdmin({ baseUrl, signIn }: BenchInstance) {
  const cookie = await signIn('admin@demo.test');
  return async (path: string, body?: object): Promise<unknown> => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const answer = await fetch(`${baseUrl}/api/replays${path}`, {
      ...init,
      headers: { ...headers, cookie, origin: baseUrl },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
}

type Admin = Awaited<ReturnType<typeof asAdmin>>;

async function until(admin: Admin, id: string, state: string): Promise<z.infer<typeof standing>> {
  for (;;) {
    const run = standing.parse(await admin(`/${id}`));
    if (run.state === state) return run;
    await wait(100);
  }
}

/** A replay of dead letters whose cause was fixed, against the live processing of events of the same kinds, by one worker. */
export async function replaying({ server, rounds, say, found }: Bench): Promise<void> {
  const database = await server.database('replay');
  const instance = await benchInstance(server, database);
  const worker = await instance.worker();
  const admin = await asAdmin(instance);
  let nth = 0;
  const live = async () => {
    const events = named('ten_demo');
    worker.pause();
    await load(instance.baseUrl, events.map(requestOf), 202);
    const began = await databaseClock(database);
    worker.resume();
    return (events.length / ((await untilProcessed(database)) - began)) * 1000;
  };
  const replayed = async () => {
    nth += 1;
    const as = `ten_moved_${nth}`;
    const events = named(as);
    await load(instance.baseUrl, events.map(requestOf), 202);
    await database.query(`update "Tenant" set "wireIds" = array_append("wireIds", '${as}') where "tenantId" = 'demo'`);
    const preview = previewed.parse(
      await admin('/preview', { name: as, reason: 'the tenant bears that name now', filter: { state: 'open' } }),
    );
    await until(admin, preview.previewId, 'previewed');
    const { id } = started.parse(await admin('', { ...preview, ratePerSecond: replayRates.most }));
    const { done, total } = await until(admin, id, 'done');
    if (done < events.length) throw new Error(`${done} of ${events.length} were replayed`);
    const [row] = await database.query<{ seconds: number }>(
      `select extract(epoch from max("settledAt") - (select "startedAt" from "ReplayRun" where id = '${id}'))::float8 as seconds
       from "ReplayItem" where "runId" = '${id}'`,
    );
    return total / (row?.seconds ?? Number.NaN);
  };
  try {
    const all = await inRounds(rounds, async () => {
      const round = { live: await live(), replayed: await replayed() };
      say(`live ${round.live.toFixed(0)}/s  replayed ${round.replayed.toFixed(0)}/s`);
      return round;
    });
    const rates = all.map((round) => round.replayed);
    found({
      ...{
        section: 'replay',
        what: `replay of ${perRound} dead letters whose cause was mended, one worker`,
        unit: '×',
      },
      against: 'live processing of events of the same kinds, by the same worker',
      ...{
        rounds: ratios(
          rates,
          all.map((round) => round.live),
        ),
        reach: { at: 'least', value: 0.7 },
      },
    });
    found({ section: 'replay', what: 'replay', against: '—', rounds: rates, unit: '/s', reach: null });
  } finally {
    await instance.stop();
  }
}
