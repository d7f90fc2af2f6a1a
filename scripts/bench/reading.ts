import { percentile } from '#scripts/simulate/tally';
import type { Bench } from './bench.ts';
import { buryOneInTen } from './dead-letters.ts';
import { type BenchFigure, median } from './figure.ts';
import { fillByProcessing, multiply } from './fill.ts';
import { type BenchInstance, benchInstance } from './instance.ts';
import type { Database } from './server.ts';

const few = 10_000;
const perRound = 24;

type Asked = { readonly who: string; readonly what: string; readonly paths: (known: Known) => readonly string[] };
type Known = { readonly ids: readonly string[]; readonly codes: readonly string[]; readonly own: readonly string[] };

const list = (query: string) => () => [`/api/prescriptions?limit=50${query}`];
const asked: readonly Asked[] = [
  { who: 'doctor', what: 'prescription list', paths: list('') },
  { who: 'doctor', what: 'prescription list, state=queued', paths: list('&state=queued') },
  { who: 'doctor', what: 'prescription list, email=failed', paths: list('&email=failed') },
  { who: 'pharmacist', what: 'prescription list', paths: list('') },
  { who: 'pharmacist', what: 'prescription list, state=part_dispensed', paths: list('&state=part_dispensed') },
  { who: 'pharmacist', what: 'prescription list, state=expired', paths: list('&state=expired') },
  { who: 'pharmacist', what: 'prescription list, email=failed', paths: list('&email=failed') },
  { who: 'pharmacist', what: 'prescription list, system=photon', paths: list('&system=photon') },
  { who: 'pharmacist', what: 'prescription list, q=metformin', paths: list('&q=metformin') },
  {
    who: 'pharmacist',
    what: 'prescription list, q=metformin, state=on_hold',
    paths: list('&q=metformin&state=on_hold'),
  },
  {
    who: 'pharmacist',
    what: 'prescription list, q=a code',
    paths: ({ codes }) => codes.map((code) => `/api/prescriptions?limit=50&q=${code}`),
  },
  { who: 'doctor', what: 'timeline', paths: ({ own }) => own.map((id) => `/api/prescriptions/${id}/timeline`) },
  { who: 'pharmacist', what: 'prescription', paths: ({ ids }) => ids.map((id) => `/api/prescriptions/${id}`) },
  { who: 'admin', what: 'event stream', paths: () => ['/api/events?limit=50'] },
  { who: 'admin', what: 'dead-letter groups', paths: () => ['/api/dead-letters/groups?limit=50'] },
  {
    who: 'admin',
    what: 'dead-letter groups, state=open',
    paths: () => ['/api/dead-letters/groups?limit=50&state=open'],
  },
  { who: 'admin', what: 'dead letters, state=open', paths: () => ['/api/dead-letters?limit=50&state=open'] },
  {
    who: 'admin',
    what: 'dead letters, cause=not-an-envelope',
    paths: () => ['/api/dead-letters?limit=50&cause=not-an-envelope'],
  },
];

type Side = {
  readonly instance: BenchInstance;
  readonly known: Known;
  readonly cookies: Readonly<Record<string, string>>;
};

/** The same questions to two instances in turns, one with 10,000 events behind it and one with many more: cost by page, not by history. */
export async function reading(bench: Bench): Promise<void> {
  const { server, rounds, events, say, found } = bench;
  const small = await server.database('small');
  const first = await benchInstance(server, small);
  const tag = await fillByProcessing(first, few);
  await first.stop();
  await small.query('vacuum analyze');
  const large = await server.database('large', small);
  const began = performance.now();
  await multiply(large, tag, Math.max(1, Math.round(events / few) - 1), say);
  for (const database of [small, large]) await buryOneInTen(database);
  say(`${events} events filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const [atFew, atMany] = [
    await side(await benchInstance(server, small)),
    await side(await benchInstance(server, large)),
  ];
  try {
    for (const question of asked) {
      const times = { few: [] as number[][], many: [] as number[][] };
      await ask(atFew, question);
      await ask(atMany, question);
      for (let nth = 0; nth < rounds; nth += 1) {
        times.few.push(await ask(atFew, question));
        times.many.push(await ask(atMany, question));
      }
      const ratio = times.many.map((many, nth) => median(many) / median(times.few[nth] ?? []));
      const p95 = times.many.map((many) => percentile(many, 0.95));
      const what = `${question.what} (${question.who})`;
      const p50 = `p50 ${median(times.few.flat()).toFixed(1)} → ${median(times.many.flat()).toFixed(1)} ms`;
      say(`${what}  ${p50}  p95 ${median(p95).toFixed(1)} ms`);
      const row = { section: 'reading', what } satisfies Partial<BenchFigure>;
      const against = `the same at ${few.toLocaleString('en')} → ${events.toLocaleString('en')} events`;
      found({ ...row, against, note: p50, rounds: ratio, unit: '×', reach: { at: 'most', value: 1.3 } });
      found({ ...row, against: 'p95 at many', rounds: p95, unit: 'ms', reach: { at: 'most', value: 25 } });
    }
  } finally {
    await Promise.all([atFew.instance.stop(), atMany.instance.stop()]);
  }
}

async function side(instance: BenchInstance): Promise<Side> {
  const who = ['doctor', 'pharmacist', 'admin'];
  const cookies: Record<string, string> = {};
  for (const name of who) cookies[name] = await instance.signIn(`${name}@demo.test`);
  return { instance, cookies, known: await knownOf(instance.database) };
}

async function knownOf(database: Database): Promise<Known> {
  const some = async (column: string, where: string) => {
    const rows = await database.query<{ found: string }>(
      `select ${column} as found from "Prescription" where "tenantId" = 'demo' and ${where} order by md5(id) limit ${perRound}`,
    );
    return rows.map(({ found }) => found);
  };
  const [ids, codes, own] = [await some('id', 'true'), await some('code', 'code is not null'), await some('id', ana)];
  return { ids, codes, own };
}
const ana = `"prescriberId" like '%demo_ana'`;

/** Milliseconds of each of a round's answers, one after the other, over one kept connection. */
async function ask({ instance, known, cookies }: Side, { who, paths }: Asked): Promise<number[]> {
  const all = paths(known);
  const times: number[] = [];
  for (let nth = 0; nth < perRound; nth += 1) {
    const path = all[nth % all.length] ?? '/';
    const began = performance.now();
    const answer = await fetch(`${instance.baseUrl}${path}`, { headers: { cookie: cookies[who] ?? '' } });
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  }
  return times;
}
