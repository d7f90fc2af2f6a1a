import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Size } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { loadedEvent } from '../invented-load.ts';
import { type Clause, outcome, seconds } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';

const alertWithinMs = 120_000;
/** The short form sends its canaries closer and begins with a silence that has lasted already; what it waits for is the same. */
const pace = {
  full: { canary: '60', watch: '10', silentAlreadyMs: 0 },
  short: { canary: '5', watch: '1', silentAlreadyMs: 95_000 },
} as const;

type Incident = { readonly kind: string; readonly open: number; readonly all: number; readonly told: number };

function incident(instance: ChaosInstance, kind: string): Promise<Incident[]> {
  return instance.everyone().rows<Incident>(
    `select a.kind, count(*) filter (where a."recoveredAt" is null)::int as open, count(*)::int as all,
       (select count(*)::int from "OutboxMessage" m join "OpsAlert" o on o."tenantId" = m."tenantId" and o.id = m.content->'notice'->>'alertId'
        where m."tenantId" = 'demo' and o.kind = a.kind) as told
     from "OpsAlert" a where a."tenantId" = 'demo' and a.kind = $1 group by a.kind`,
    [kind],
  );
}

/** Milliseconds until the incident is open, or over. */
async function until(instance: ChaosInstance, kind: string, isOpen: boolean): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < 2 * alertWithinMs) {
    const [row] = await incident(instance, kind);
    if ((row?.open ?? 0) > 0 === isOpen) break;
    await wait(100);
  }
  return performance.now() - began;
}

/** Eight weeks in which something came in every minute, and one event more. */
async function steady(instance: ChaosInstance, alreadyMs: number): Promise<void> {
  const everyone = instance.everyone();
  await everyone.rows(
    `insert into "FlowHour" ("tenantId", "sourceId", hour, events, minutes, "lagMs", lagged)
     select 'demo', s.id, hour, 600, 60, 0, 0 from "Source" s, generate_series(date_trunc('hour', now()) - interval '8 weeks',
       date_trunc('hour', now()) - interval '1 hour', interval '1 hour') hour where s.key = 'demo-medication' on conflict do nothing`,
  );
  await everyone.rows(`update "SourcePulse" set "habitAt" = null`);
  const { sender, body, id } = loadedEvent('watched', 0);
  const raw = JSON.stringify(body);
  const answer = await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id));
  if (answer.status !== 202) throw new Error(`${id} was answered ${answer.status}`);
  await everyone.rows(
    `update "LedgerEvent" set "receivedAt" = "receivedAt" - make_interval(secs => $1) where "messageId" = $2`,
    [alreadyMs / 1000, id],
  );
}

async function silence(instance: ChaosInstance, size: Size): Promise<readonly Clause[]> {
  const { silentAlreadyMs } = pace[size];
  await steady(instance, silentAlreadyMs);
  const took = silentAlreadyMs + (await until(instance, 'source-silent', true));
  const { sender, body, id } = loadedEvent('watched', 1);
  const raw = JSON.stringify(body);
  await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id));
  const over = await until(instance, 'source-silent', false);
  const [row] = await incident(instance, 'source-silent');
  return [
    [`silence told after ${seconds(took)}`, took <= alertWithinMs],
    [`over after ${seconds(over)}`, over <= alertWithinMs],
    [`${row?.all ?? 0} incident, ${row?.told ?? 0} messages`, row?.all === 1 && row.told === 2],
  ];
}

async function outbox(instance: ChaosInstance): Promise<readonly Clause[]> {
  await instance.everyone().rows(
    `insert into "OutboxMessage" ("tenantId", id, kind, purpose, address, "mailMessageId", content, "createdAt", "nextAttemptAt")
     values ('demo', 'out_watched', 'email', 'ops_alert', 'nobody@example.com', '<watched@example.com>', '{}', now() - interval '10 minutes', now() + interval '1 hour')`,
  );
  const took = await until(instance, 'outbox-old', true);
  await instance.everyone().rows(`delete from "OutboxMessage" where id = 'out_watched'`);
  const over = await until(instance, 'outbox-old', false);
  return [
    [
      `old mail told after ${seconds(took)}, over after ${seconds(over)}`,
      took <= alertWithinMs && over <= alertWithinMs,
    ],
  ];
}

async function canary(instance: ChaosInstance): Promise<readonly Clause[]> {
  const flown = () =>
    instance.everyone().rows(`select 1 from "Canary" where "tenantId" = 'demo' and "processedAt" is not null`);
  for (const until = Date.now() + alertWithinMs; (await flown()).length === 0 && Date.now() < until; await wait(100));
  await instance.web.end('SIGKILL');
  const took = await until(instance, 'canary-lost', true);
  instance.web = await instance.startWeb();
  const over = await until(instance, 'canary-lost', false);
  const [row] = await incident(instance, 'canary-lost');
  return [
    [`lost canary told after ${seconds(took)}`, took <= alertWithinMs],
    [`over after ${seconds(over)}`, over <= alertWithinMs],
    [`${row?.all ?? 0} incident, ${row?.told ?? 0} messages`, row?.all === 1 && row.told === 2],
  ];
}

export const watched: Fault = {
  key: 'watched',
  fault: () => 'a source silent; outbox older than 10 min; canary lost (the web process is gone)',
  must: 'alert ≤ 2 min, told once when it begins and once when it is over',
  run: async (instance, size) => {
    await instance.empty();
    const { canary: every, watch } = pace[size];
    await instance.worker.end('SIGTERM');
    instance.worker = await instance.startWorker([], {
      ...{ CANARY_URL: instance.address, CANARY_SECONDS: every, WATCH_SECONDS: watch },
    });
    const clauses = [...(await silence(instance, size)), ...(await outbox(instance)), ...(await canary(instance))];
    await instance.worker.end('SIGTERM');
    await instance.everyone().rows(`truncate "FlowHour", "FlowMinute", "SourcePulse", "OpsAlert", "Canary"`);
    instance.worker = await instance.startWorker();
    return outcome(...clauses);
  },
};
