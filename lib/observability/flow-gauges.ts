import { Gauge, type Registry } from 'prom-client';

/** The database's figures of the flow, queried at each reading. Labels are keys of sources, queues and kinds: closed lists, nothing of a person. */
export type FlowGauges = {
  readonly sourceLast: Gauge<'source'>;
  readonly sourceSentLag: Gauge<'source'>;
  readonly sourceProcessLag: Gauge<'source'>;
  readonly deadLetters: Gauge<'queue'>;
  readonly incidents: Gauge<'kind'>;
  readonly heartbeat: Gauge;
  readonly workers: Gauge;
  readonly workerClock: Gauge;
  readonly webClock: Gauge;
  readonly unsealed: Gauge;
  readonly counted: Gauge;
  readonly canaryOn: Gauge;
  readonly canaryTrip: Gauge;
  readonly canaryLast: Gauge;
};

export function flowGauges(registry: Registry): FlowGauges {
  const registers = [registry];
  const plain = (name: string, help: string) => new Gauge({ registers, name: `scriptline_${name}`, help });
  const by = <L extends string>(label: L, name: string, help: string) =>
    new Gauge({ registers, name: `scriptline_${name}`, help, labelNames: [label] });
  return {
    sourceLast: by('source', 'source_last_event_seconds', 'Since the last event of the source'),
    sourceSentLag: by(
      'source',
      'source_sent_lag_seconds',
      'From the fact to its receipt, the middle of the last events of a quarter of an hour',
    ),
    sourceProcessLag: by(
      'source',
      'source_process_lag_seconds',
      'From the receipt to the processing, the 95th of a hundred of the last events of a quarter of an hour',
    ),
    deadLetters: by('queue', 'dead_letters_open', 'Open dead letters by queue'),
    incidents: by('kind', 'incidents_open', 'Open incidents by kind'),
    heartbeat: plain('worker_heartbeat_seconds', 'Since the last sign of life of any worker; alert over 30'),
    workers: plain('workers', 'Workers that gave a sign of life in the last 30 seconds'),
    workerClock: plain(
      'worker_clock_ahead_seconds',
      'How far the clock of the worker that is most off is ahead of the database’s',
    ),
    webClock: plain('web_clock_ahead_seconds', 'How far the clock of this process is ahead of the database’s'),
    unsealed: plain('audit_unsealed_seconds', 'Age of the oldest line of the audit that is not sealed; alert over 60'),
    counted: plain('flow_counted_seconds', 'Since the figures of any tenant’s flow were last brought up to date'),
    canaryOn: plain('canary_on', '1 when canaries are sent'),
    canaryTrip: plain(
      'canary_round_trip_seconds',
      'The slowest tenant’s last canary, from sending to the end of its processing',
    ),
    canaryLast: plain(
      'canary_last_seconds',
      'Since the last canary that came through was sent, of the tenant that waits longest; since the tenant was made where none ever did',
    ),
  };
}
