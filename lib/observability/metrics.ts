import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type FlowGauges, flowGauges } from './flow-gauges.ts';
import { droppedLines } from './output.ts';

/** Counts and times of this process. Labels are closed lists (source keys, outcomes); never a person, a payload or an id. */
type Metrics = {
  readonly registry: Registry;
  readonly received: Counter<'source' | 'outcome'>;
  readonly refused: Counter<'source' | 'status'>;
  readonly receiveSeconds: Histogram<'status'>;
  readonly waiting: Gauge;
  readonly oldestSeconds: Gauge;
  readonly streams: Gauge;
  readonly outboxUnsent: Gauge;
  readonly outboxOldestSeconds: Gauge;
  readonly flow: FlowGauges;
};

declare global {
  var scriptlineMetrics: Metrics | undefined;
}

function make(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'scriptline_' });
  const registers = [registry];
  new Counter({
    registers,
    name: 'scriptline_log_lines_dropped_total',
    help: 'Lines of the log that could not be written: its disk is full, or nobody reads it',
    collect() {
      this.reset();
      this.inc(droppedLines());
    },
  });
  return {
    registry,
    received: new Counter({
      registers,
      name: 'scriptline_events_received_total',
      help: 'Events answered 202, by outcome',
      labelNames: ['source', 'outcome'],
    }),
    refused: new Counter({
      registers,
      name: 'scriptline_webhooks_refused_total',
      help: 'Deliveries not answered 202',
      labelNames: ['source', 'status'],
    }),
    receiveSeconds: new Histogram({
      ...{
        registers,
        name: 'scriptline_webhook_seconds',
        help: 'From request to answer, commit included',
        labelNames: ['status'],
      },
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    }),
    waiting: new Gauge({ registers, name: 'scriptline_events_waiting', help: 'Ledger rows not yet processed' }),
    oldestSeconds: new Gauge({
      registers,
      name: 'scriptline_events_oldest_seconds',
      help: 'How long the oldest due row has waited',
    }),
    outboxUnsent: new Gauge({ registers, name: 'scriptline_outbox_unsent', help: 'Messages queued or being sent' }),
    outboxOldestSeconds: new Gauge({
      registers,
      name: 'scriptline_outbox_oldest_seconds',
      help: 'How long ago the oldest unsent message was asked for; alert over 600',
    }),
    flow: flowGauges(registry),
    streams: new Gauge({ registers, name: 'scriptline_live_streams', help: 'Open live streams of this process' }),
  };
}

export function metrics(): Metrics {
  globalThis.scriptlineMetrics ??= make();
  return globalThis.scriptlineMetrics;
}
