import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosInstance } from './instance.ts';
import { loadedEvent, perPrescription, tabletsEach } from './invented-load.ts';
import type { Clause } from './outcome.ts';

const patienceMs = 90_000;

/** Waits until no row is waiting any more; answers whether that came to be. */
export async function settled(instance: ChaosInstance): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const [row] = await instance
      .everyone()
      .rows<{ n: number }>(`select count(*)::int as n from "LedgerEvent" where status = 'received'`);
    if (row?.n === 0) return true;
    await wait(50);
  }
  return false;
}

export type LoadBalance = {
  readonly events: number;
  /** Answered 202 and not in the ledger, or in it and never settled. */
  readonly lost: number;
  /** Events kept twice, dispenses there twice or not counted once, tablets beyond those handed out. */
  readonly doubled: number;
  /** Attempts charged to events that never failed. */
  readonly attempts: number;
};

/** Compares what was answered 202 with the ledger and with what became of it. `count` events of `loadedEvent` were sent. */
export async function account(
  instance: ChaosInstance,
  run: string,
  count: number,
  acknowledged: ReadonlySet<string>,
): Promise<LoadBalance> {
  await settled(instance);
  const everyone = instance.everyone();
  const like = `evt\\_${run}\\_%`;
  const rows = await everyone.rows<{ id: string; status: string; attempts: number; times: number }>(
    `select "messageId" as id, min(status) as status, max(attempts) as attempts, count(*)::int as times
     from "LedgerEvent" where "messageId" like $1 group by 1`,
    [like],
  );
  const done = new Set(rows.filter(({ status }) => status !== 'received').map(({ id }) => id));
  const lost = [...acknowledged].filter((id) => !done.has(id)).length;
  const numbers = Array.from({ length: count }, (_, n) => n).filter((n) => acknowledged.has(loadedEvent(run, n).id));
  const dispensed = numbers.filter((n) => n % perPrescription > 0 && n % perPrescription < perPrescription - 1);
  const [members] = await everyone.rows<{ n: number }>(`select count(*)::int as n from "Dispense" where id like $1`, [
    `medication:dsp\\_${run}\\_%`,
  ]);
  const [over] = await everyone.rows<{ n: number }>(
    `select count(*)::int as n from "Prescription" where id like $1 and ("fillItems"->0->>'dispensed')::numeric <> $2`,
    [`medication:rx\\_${run}\\_%`, tabletsEach],
  );
  const twice = rows.filter(({ times }) => times > 1).length;
  const complete = acknowledged.size === count && count % perPrescription === 0;
  return {
    events: rows.length,
    lost,
    doubled: twice + Math.abs((members?.n ?? 0) - dispensed.length) + (complete ? (over?.n ?? 0) : 0),
    attempts: rows.reduce((sum, row) => sum + row.attempts, 0),
  };
}

export function lostAndDoubled({ lost, doubled }: LoadBalance): readonly Clause[] {
  return [
    [`lost ${lost}`, lost === 0],
    [`double effects ${doubled}`, doubled === 0],
  ];
}
