import type { Tx } from '#lib/db/base/in-tenant';
import { incidentsOfTenant } from '#lib/db/follow-ups/find-bounce-clusters';
import { type Silence, silenceOf } from '#lib/domain/connections/silence';
import { canaryHealth } from '#lib/domain/flow/canary-health';
import type { BounceClusterFacts, FlowFacts, SourceFacts, WorkerFacts } from '#lib/domain/flow/flow';
import { openMembers, subjectOf } from '#lib/domain/follow-ups/bounce-cluster';
import { sourceState } from '#lib/domain/ledger/source-state';
import { type CanaryRow, latestCanaries } from './canary.ts';
import {
  countedTo,
  type EventTally,
  type Failures,
  type FlowSource,
  flowFailures,
  flowQueue,
  flowRefusals,
  flowSources,
  hourTallies,
  minuteTallies,
  type QueuedEvents,
  type RefusedDeliveries,
} from './flow-sources.ts';
import { type FlowSystem, flowSystem } from './flow-system.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const shownHours = 24;
const rateMinutes = 15;
/** Faults of a signature: what a secret that changed on one side only makes. */
const signatureFaults = ['missing', 'malformed', 'stale', 'mismatch'];

export type SourceFlow = {
  readonly source: FlowSource;
  readonly silence: Silence;
  /** Events by hour since `from`, one for each hour. */
  readonly hours: readonly number[];
  readonly received: number;
  /** Events since `rateFrom`. */
  readonly latelyReceived: number;
  readonly failures: Failures | null;
  readonly refused: readonly RefusedDeliveries[];
  readonly queued: QueuedEvents | null;
};

export type Flow = {
  readonly facts: FlowFacts;
  readonly system: FlowSystem;
  readonly sources: readonly SourceFlow[];
  readonly canaries: readonly CanaryRow[];
  /** The whole hour that the figures of a day begin with, and the whole minute that the rate's do. */
  readonly from: Date;
  readonly rateFrom: Date;
};

export type FlowFactsQuery = {
  readonly workers: readonly WorkerFacts[];
  /** 0: no self-test is sent. */
  readonly canarySeconds: number;
};

const byId = <T extends { readonly sourceId: string }>(rows: readonly T[]) => Map.groupBy(rows, (row) => row.sourceId);

/** All known figures of a tenant's flow at this moment. Cost by its sources and pending work, not by history. */
export async function readFlow(tx: Tx, tenantId: string, { workers, canarySeconds }: FlowFactsQuery): Promise<Flow> {
  const began = Date.now();
  const system = await flowSystem(tx, tenantId);
  const clockMs = (began + Date.now()) / 2 - system.now.getTime();
  const now = system.now.getTime();
  const from = new Date((Math.floor(now / hourMs) - shownHours + 1) * hourMs);
  const rateFrom = new Date((Math.floor(now / minuteMs) - rateMinutes + 1) * minuteMs);
  const counted = await countedTo(tx, tenantId);
  const known = await flowSources(tx, tenantId);
  const hours = byId(await hourTallies(tx, tenantId, counted, from));
  const rates = byId(await minuteTallies(tx, tenantId, counted, rateFrom));
  const failures = byId(await flowFailures(tx, tenantId, from));
  const refused = byId(await flowRefusals(tx, tenantId, from));
  const waiting = await flowQueue(tx, tenantId);
  const queue = byId(waiting);
  const canaries = await latestCanaries(tx, tenantId);
  const sources = known.map((source): SourceFlow => {
    const tallies = hours.get(source.id) ?? [];
    return {
      source,
      silence: silenceIn(source, now, system.timeZone),
      hours: spread(tallies, from),
      received: tallies.reduce((sum, { events }) => sum + events, 0),
      latelyReceived: rates.get(source.id)?.[0]?.events ?? 0,
      failures: failures.get(source.id)?.[0] ?? null,
      refused: refused.get(source.id) ?? [],
      queued: queue.get(source.id)?.[0] ?? null,
    };
  });
  const facts: FlowFacts = {
    sources: sources.map(sourceFacts),
    workers,
    canary: canaryHealth(canaries, canarySeconds, system.tenantSeconds),
    mailIncidents: await mailIncidents(tx, tenantId, now),
    queued: waiting.reduce((sum, row) => sum + row.waiting, 0),
    queueSeconds: Math.max(0, ...waiting.map(({ dueSeconds }) => dueSeconds)),
    unsent: system.unsent,
    outboxSeconds: system.outboxSeconds,
    unsealedSeconds: system.unsealedSeconds,
    countedSeconds: system.countedSeconds,
    clockMs,
  };
  return { facts, system, sources, canaries, from, rateFrom };
}

async function mailIncidents(tx: Tx, tenantId: string, now: number): Promise<readonly BounceClusterFacts[]> {
  const open = (await incidentsOfTenant(tx, tenantId)).filter((one) => openMembers(one).length > 0);
  // One server that fails twice in three days is reported once.
  return [...Map.groupBy(open, subjectOf)].map(([subject, all]) => ({
    subject,
    forSeconds: Math.max(0, ...all.map(({ since }) => (now - Date.parse(since)) / 1000)),
    open: all.reduce((sum, one) => sum + openMembers(one).length, 0),
  }));
}

function spread(tallies: readonly EventTally[], from: Date): readonly number[] {
  const at = new Map(tallies.map((tally) => [tally.at.getTime(), tally.events]));
  return Array.from({ length: shownHours }, (_, nth) => at.get(from.getTime() + nth * hourMs) ?? 0);
}

function latest(...times: readonly (Date | null)[]): number | null {
  const known = times.flatMap((time) => time?.getTime() ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

function silenceIn(source: FlowSource, now: number, zone: string): Silence {
  const { everyMinutes, fromHour, toHour, setAt } = source;
  const expectation =
    everyMinutes === null
      ? null
      : { everyMinutes, fromHour: fromHour ?? 0, toHour: toHour ?? 24, setAt: setAt?.getTime() ?? now };
  // Events that did not come while it was paused or off are not its sender's silence.
  const lastAt = latest(source.lastReceivedAt, source.activeSince);
  return silenceOf({ habit: source.habit ?? [], expectation, lastAt, now, zone });
}

function sourceFacts({ source, silence, failures, refused }: SourceFlow): SourceFacts {
  const wrong = refused.filter(({ fault }) => signatureFaults.includes(fault));
  return {
    ...{ id: source.id, key: source.key, state: sourceState(source), ageSeconds: source.ageSeconds },
    pausedSeconds: source.pausedSeconds,
    ...{ quietSeconds: source.quietSeconds, silence, lately: source.lately },
    sentLagSeconds: source.sentLag === null ? null : Math.max(0, source.sentLag),
    processLagSeconds: source.processLag,
    usualSentLagSeconds: source.usualSentLag,
    deadLately: failures?.deadLately ?? 0,
    refusedLately: wrong.reduce((sum, { lately }) => sum + lately, 0),
    refusedSecondsAgo: wrong.length === 0 ? null : Math.min(...wrong.map(({ secondsAgo }) => secondsAgo)),
  };
}
