import type { FlowSourceRow, FlowView } from '#lib/contract/flow/flow';
import { userNames } from '#lib/db/access/user-names';
import { inTenant } from '#lib/db/base/in-tenant';
import { type Flow, readFlow, type SourceFlow } from '#lib/db/flow/flow-facts';
import { heartbeats } from '#lib/db/flow/flow-system';
import { mutesOf, openAlerts, pastAlerts } from '#lib/db/flow/ops-alerts';
import type { Account } from '#lib/domain/access/account';
import { weekHourOf } from '#lib/domain/base/time/week-hour';
import { leastPasts } from '#lib/domain/connections/habit';
import { conditionKey, incidentConditions, opsAlertKinds } from '#lib/domain/flow/ops-alert';
import { sourceState } from '#lib/domain/ledger/source-state';
import { env } from '#lib/env';
import { switchedOf } from '#lib/views/connections/switched';
import { alertItem, incidentItems, muteOf } from './ops-alerts.ts';

const shownPast = 20;
const shownWorkers = 8;

const time = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** The middle value; null of none. */
function middle(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

function expectationOf({ everyMinutes, fromHour, toHour, setBy }: SourceFlow['source']): FlowSourceRow['expectation'] {
  return everyMinutes === null ? null : { everyMinutes, fromHour: fromHour ?? 0, toHour: toHour ?? 24, setBy };
}

function sourceRow(flow: SourceFlow, { system }: Flow, people: ReadonlyMap<string, string>): FlowSourceRow {
  const { source, silence, hours, received, latelyReceived, failures, refused, queued } = flow;
  const habit = source.habit?.[weekHourOf(system.now.getTime(), system.timeZone)];
  const faults = refused.map(({ fault, count }) => ({ fault, count }));
  return {
    ...{ id: source.id, key: source.key, name: source.name, format: source.format },
    ...{ state: sourceState(source), switched: switchedOf(source, people) },
    ...{ silence, hours, received },
    lastReceivedAt: time(source.lastReceivedAt),
    lastSeq: source.lastSeq === null ? null : Number(source.lastSeq),
    lately: latelyReceived,
    usualPerHour: habit && habit.pasts >= leastPasts ? habit.events : null,
    sentLagSeconds: source.sentLag,
    processLagSeconds: source.processLag,
    quarantined: failures?.quarantined ?? 0,
    dead: failures?.dead ?? 0,
    repeated: failures?.repeated ?? 0,
    unreadable: failures?.unreadable ?? 0,
    openLetters: failures?.open ?? 0,
    refused: faults,
    waiting: queued?.waiting ?? 0,
    oldestWaitingAt: time(queued?.oldestReceivedAt),
    expectation: expectationOf(source),
  };
}

/** The admin's home: every source of the tenant, the processes behind them, and the open incidents. */
export async function getFlow({ scope }: Account): Promise<FlowView> {
  const { tenantId } = scope;
  const workers = await heartbeats();
  const { CANARY_URL, CANARY_SECONDS } = env();
  const canarySeconds = CANARY_URL === undefined ? 0 : CANARY_SECONDS;
  return inTenant(scope, async (tx) => {
    const flow = await readFlow(tx, tenantId, { workers, canarySeconds });
    const open = await openAlerts(tx, tenantId);
    const past = await pastAlerts(tx, tenantId, shownPast);
    const mutes = await mutesOf(tx, tenantId);
    const { facts, system, sources, canaries } = flow;
    const names = new Map(sources.map(({ source: { id, key, name } }) => [id, { key, name }]));
    const people = await userNames(
      tx,
      tenantId,
      sources.flatMap(({ source: { stateBy } }) => stateBy ?? []),
    );
    const conditions = incidentConditions(facts, new Set(open.map(conditionKey)));
    const came = canaries.filter(({ roundTripMs }) => roundTripMs !== null);
    return {
      at: system.now.toISOString(),
      from: flow.from.toISOString(),
      rateFrom: flow.rateFrom.toISOString(),
      sources: sources.map((one) => sourceRow(one, flow, people)),
      alerts: incidentItems(open, conditions, mutes, names, system.now.getTime()),
      past: past.map((row) => alertItem(row, names, null)),
      mutes: mutes.flatMap((mute) => {
        const kind = opsAlertKinds.find((one) => one === mute.kind);
        return kind ? [{ ...muteOf(mute), kind, subject: mute.subject }] : [];
      }),
      workers: workers.slice(0, shownWorkers).map(({ worker, ageSeconds }) => ({ worker, ageSeconds })),
      canary: {
        ...facts.canary,
        lastAt: time(canaries[0]?.sentAt),
        lastMs: came[0]?.roundTripMs ?? null,
        middleMs: middle(came.flatMap(({ roundTripMs }) => roundTripMs ?? [])),
      },
      ...{ queued: facts.queued, queueSeconds: facts.queueSeconds, unsent: facts.unsent },
      ...{ outboxSeconds: facts.outboxSeconds, unsealedSeconds: facts.unsealedSeconds },
      ...{ countedSeconds: facts.countedSeconds, clockMs: facts.clockMs },
    };
  });
}
