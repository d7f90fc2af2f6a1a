import type { JsonObject } from '#lib/domain/base/json/json';
import { carry } from '#scripts/simulate/delivery';
import { medicationEvent } from '#scripts/simulate/envelopes';
import { percentile } from '#scripts/simulate/tally';
import { untilProcessed } from './backlog.ts';
import type { Bench } from './bench.ts';
import { castOf, requestOf } from './events.ts';
import { median } from './figure.ts';
import { type BenchInstance, benchInstance } from './instance.ts';
import { load } from './load.ts';

const few = 10_000;
/** So many dispenses have one lot. */
const ofALot = 500;
const perRound = 12;
const [item, lot, recallId, code] = ['stk_trace', 'TRACE-1', 'rcl_trace', 'TRACE|1'] as const;

const questions = [
  ['who got lot X', `/api/dispenses?lot=${lot}&limit=50`],
  [
    'the people of a recall, first page',
    `/api/recalls/${encodeURIComponent(`medication:${recallId}`)}/people?limit=50`,
  ],
  ['the recall case with its steps and checks', `/api/recalls/${encodeURIComponent(`medication:${recallId}`)}`],
  [
    'a register page of a substance that was never counted',
    `/api/register?substance=${encodeURIComponent(code)}&limit=50`,
  ],
] as const;

/**
 * The time to find the people who received a lot, with a few dispenses behind it and with as many as asked for: one shelf, never counted,
 * and one controlled substance.
 */
export async function tracing({ server, rounds, events, say, found }: Bench): Promise<void> {
  const database = await server.database('tracing');
  const instance = await benchInstance(server, database);
  try {
    await begin(instance);
    const cookie = await instance.signIn('pharmacist@demo.test');
    const ask = async (path: string) => {
      const times: number[] = [];
      for (let nth = 0; nth < perRound; nth += 1) {
        const began = performance.now();
        const answer = await fetch(`${instance.baseUrl}${path}`, { headers: { cookie } });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        times.push(performance.now() - began);
      }
      return times;
    };
    const measure = async () => {
      const all = new Map<string, number[][]>();
      for (const [what, path] of questions) {
        await ask(path);
        const times: number[][] = [];
        for (let nth = 0; nth < rounds; nth += 1) times.push(await ask(path));
        all.set(what, times);
      }
      return all;
    };
    await fill(instance, 1, few);
    const atFew = await measure();
    await fill(instance, few + 1, events);
    const atMany = await measure();
    for (const [what] of questions) {
      const [less, more] = [atFew.get(what) ?? [], atMany.get(what) ?? []];
      const p50 = `p50 ${median(less.flat()).toFixed(1)} → ${median(more.flat()).toFixed(1)} ms`;
      say(`${what}  ${p50}`);
      const against = `${few.toLocaleString('en')} → ${events.toLocaleString('en')} dispenses`;
      const row = { section: 'tracing', what, against, note: p50, unit: 'ms', reach: null } as const;
      found({ ...row, rounds: more.map((times) => percentile(times, 0.95)) });
    }
  } finally {
    await instance.stop();
  }
}

/** One of each, through the webhooks: a delivery, a controlled dispense of it, and the recall of its lot. */
async function begin(instance: BenchInstance): Promise<void> {
  const cast = castOf();
  const held = { stockItemId: item, lotNumber: lot };
  const tell = (type: string, data: JsonObject) => {
    const { source, messageId, body } = medicationEvent(cast, 'trace', type, () => data, undefined);
    return carry(source, messageId, type, JSON.stringify(body(new Date())));
  };
  const medicine = { medicationCode: code, medicationDisplay: 'Traced 1 MG Oral Tablet', quantityUnit: 'tablet' };
  const deliveries = [
    tell('medication.inventory.stock_received.v1', {
      ...held,
      ...medicine,
      quantity: 50_000_000,
      grnNumber: 'grn_trace',
    }),
    tell('medication.controlled_substance.dispensed.v1', {
      ...{ ...held, ...medicine, dispenseId: 'dsp_trace', prescriptionId: 'rx_trace', schedule: 'II' },
      ...{ dispensedQuantity: 30, pharmacistId: 'usr_demo_pharma', counterSignId: 'usr_demo_pharma2' },
    }),
    tell('medication.inventory.recall_triggered.v1', { ...held, recallId, reason: 'Traced' }),
  ];
  await load(instance.baseUrl, deliveries.map(requestOf), 202);
  const worker = await instance.worker();
  await untilProcessed(instance.database);
  await worker.stop();
}

/** The dispense and its movement again and again, under other ids, a second earlier each: the first ones of the recalled lot, the others of lots of their own. */
async function fill({ database }: BenchInstance, from: number, to: number): Promise<void> {
  const other = `case when n < ${ofALot} then d."lotNumber" else 'L' || (n / ${ofALot}) end`;
  await database.query(`set synchronous_commit to off;
    insert into "Dispense" select (jsonb_populate_record(d, jsonb_build_object('id', 'medication:t' || n, 'patientId', 'medication:p' || n, 'lotNumber', ${other},
      'dispensedAt', d."dispensedAt" - n * interval '1 second'))).* from "Dispense" d, generate_series(${from}, ${to - 1}) n where d.id = 'medication:dsp_trace';
    insert into "StockMovement" select (jsonb_populate_record(d, jsonb_build_object('id', 'dispense:medication:t' || n, 'lotNumber', ${other},
      'movedAt', d."movedAt" - n * interval '1 second'))).* from "StockMovement" d, generate_series(${from}, ${to - 1}) n where d.id = 'dispense:medication:dsp_trace';
    analyze "Dispense"; analyze "StockMovement"`);
}
