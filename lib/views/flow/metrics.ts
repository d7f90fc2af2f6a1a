import { prisma } from '#lib/db/base/prisma';
import { openIncidents, openLetters, sourceMetrics, systemMetrics } from '#lib/db/flow/flow-metrics';
import { backlog } from '#lib/db/ledger/claim-work';
import { outboxAge } from '#lib/db/mail/outbox-age';
import { opsLimits } from '#lib/domain/flow/ops-alert';
import { env } from '#lib/env';
import type { FlowGauges } from '#lib/observability/flow-gauges';
import { metrics } from '#lib/observability/metrics';
import { followers } from '#lib/views/base/stale-keys';

async function setSources({ sourceLast, sourceSentLag, sourceProcessLag }: FlowGauges): Promise<void> {
  for (const gauge of [sourceLast, sourceSentLag, sourceProcessLag]) gauge.reset();
  for (const { source, lastSeconds, sentLagSeconds, processLagSeconds } of await sourceMetrics()) {
    if (lastSeconds !== null) sourceLast.set({ source }, Math.max(0, lastSeconds));
    if (sentLagSeconds !== null) sourceSentLag.set({ source }, sentLagSeconds);
    if (processLagSeconds !== null) sourceProcessLag.set({ source }, processLagSeconds);
  }
}

async function setCounts({ deadLetters, incidents }: FlowGauges): Promise<void> {
  deadLetters.reset();
  incidents.reset();
  for (const { queue, count } of await openLetters()) deadLetters.set({ queue }, count);
  for (const { kind, count } of await openIncidents()) incidents.set({ kind }, count);
}

async function setSystem(gauges: FlowGauges): Promise<void> {
  const began = Date.now();
  const pulse = await systemMetrics(opsLimits.workerSeconds);
  const { CANARY_URL, CANARY_SECONDS } = env();
  gauges.webClock.set(((began + Date.now()) / 2 - pulse.now.getTime()) / 1000);
  gauges.workers.set(pulse.workers);
  gauges.workerClock.set(pulse.workerClock ?? 0);
  gauges.heartbeat.set(pulse.heartbeat ?? Number.POSITIVE_INFINITY);
  gauges.unsealed.set(Math.max(0, pulse.unsealed ?? 0));
  gauges.counted.set(Math.max(0, pulse.counted ?? 0));
  gauges.canaryOn.set(CANARY_URL !== undefined && CANARY_SECONDS > 0 ? 1 : 0);
  gauges.canaryTrip.set(pulse.canaryTrip ?? Number.NaN);
  gauges.canaryLast.set(pulse.canaryLast ?? Number.NaN);
}

/** The metrics as Prometheus reads them; the database's figures are queried now, at a cost by sources and open incidents. */
export async function metricsText(): Promise<{ readonly text: string; readonly contentType: string }> {
  const { registry, waiting, oldestSeconds, streams, outboxUnsent, outboxOldestSeconds, flow } = metrics();
  const queue = await backlog(prisma('any'));
  waiting.set(queue.waiting);
  oldestSeconds.set(queue.oldestSeconds);
  const outbox = await outboxAge(prisma('any'), null);
  outboxUnsent.set(outbox.unsent);
  outboxOldestSeconds.set(outbox.oldestSeconds);
  streams.set(followers());
  await setSources(flow);
  await setCounts(flow);
  await setSystem(flow);
  return { text: await registry.metrics(), contentType: registry.contentType };
}
