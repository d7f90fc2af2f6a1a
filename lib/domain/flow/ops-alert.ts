import type { BounceClusterFacts, FlowFacts, SourceFacts } from './flow.ts';

/** The incidents that admins are notified of: something failed, or something did not happen. */
export const opsAlertKinds = [
  'source-silent',
  'source-no-data',
  'source-paused',
  'lag',
  'dead-letters-rising',
  'refusals-rising',
  'canary-lost',
  'worker-gone',
  'queue-old',
  'outbox-old',
  'mail-failing',
  'audit-unsealed',
  'clock-off',
  'count-behind',
] as const;
export type OpsAlertKind = (typeof opsAlertKinds)[number];

/** Numbers only: they go into mails and webhooks. */
export type OpsFigures = Readonly<Record<string, number>>;

/** A condition that should not be. `subject`: the id of the source, '' for the whole; `forSeconds`: its duration so far. */
export type OpsCondition = {
  readonly kind: OpsAlertKind;
  readonly subject: string;
  readonly forSeconds: number;
  readonly figures: OpsFigures;
};

/** The thresholds from which each is reported. Seconds, or counts. */
export const opsLimits = {
  /** A source that never sent is missed after a day. */
  noDataSeconds: 86_400,
  /** Sources stop trying after a while: the shortest published policy has five tries. */
  pausedSeconds: 3_600,
  processLagSeconds: 60,
  sentLagSeconds: 900,
  sentLagTimesUsual: 4,
  leastForLag: 5,
  deadLately: 10,
  refusedLately: 5,
  refusedRecoverSeconds: 600,
  workerSeconds: 30,
  queueSeconds: 60,
  outboxSeconds: 600,
  unsealedSeconds: 60,
  clockMs: 30_000,
  countedSeconds: 120,
} as const;

export const conditionKey = ({ kind, subject }: { readonly kind: string; readonly subject: string }) =>
  `${kind}|${subject}`;

type Found = Omit<OpsCondition, 'subject'> | null;

function silent({ silence, quietSeconds, state }: SourceFacts): Found {
  if (state !== 'active' || silence.state !== 'silent') return null;
  const forSeconds = quietSeconds ?? 0;
  const figures = {
    quietSeconds: forSeconds,
    ...(silence.usualMinutes === null ? {} : { usualMinutes: silence.usualMinutes }),
  };
  return { kind: 'source-silent', forSeconds, figures };
}

/** A source with a usual pattern is judged by it; this is for one that never had any. */
function noData({ silence, quietSeconds, ageSeconds, state }: SourceFacts): Found {
  const unknown = silence.state === 'never' || silence.state === 'learning';
  const forSeconds = quietSeconds ?? ageSeconds;
  if (state !== 'active' || !unknown || silence.by !== 'habit' || forSeconds < opsLimits.noDataSeconds) return null;
  return { kind: 'source-no-data', forSeconds, figures: { quietSeconds: forSeconds } };
}

/** A pause that nobody ends is reported: every source stops trying in the end. */
function paused({ pausedSeconds }: SourceFacts): Found {
  if (pausedSeconds === null || pausedSeconds < opsLimits.pausedSeconds) return null;
  return { kind: 'source-paused', forSeconds: pausedSeconds, figures: { quietSeconds: pausedSeconds } };
}

function lag(source: SourceFacts, queueIsOld: boolean): Found {
  const { lately, sentLagSeconds: sent, processLagSeconds: processed, usualSentLagSeconds: usual } = source;
  if (lately < opsLimits.leastForLag) return null;
  const most = usual === null ? null : Math.max(opsLimits.sentLagSeconds, opsLimits.sentLagTimesUsual * usual);
  const late = sent !== null && most !== null && sent > most;
  // While the queue itself is old, only that is reported.
  const slow = !queueIsOld && processed !== null && processed > opsLimits.processLagSeconds;
  if (!late && !slow) return null;
  const figures = { ...(late ? { sentLagSeconds: sent } : {}), ...(slow ? { processLagSeconds: processed } : {}) };
  return { kind: 'lag', forSeconds: 0, figures };
}

/** Opens at many, and stays open until none came for a while: no flapping at the edge. */
function deadLetters({ deadLately }: SourceFacts, open: boolean): Found {
  if (deadLately < (open ? 1 : opsLimits.deadLately)) return null;
  return { kind: 'dead-letters-rising', forSeconds: 0, figures: { deadLately } };
}

function refusals({ refusedLately, refusedSecondsAgo }: SourceFacts, open: boolean): Found {
  const still = refusedSecondsAgo !== null && refusedSecondsAgo < opsLimits.refusedRecoverSeconds;
  if (!still || refusedLately < (open ? 1 : opsLimits.refusedLately)) return null;
  return { kind: 'refusals-rising', forSeconds: 0, figures: { refusedLately } };
}

function worker({ workers }: FlowFacts): Found {
  const youngest = Math.min(...workers.map(({ ageSeconds }) => ageSeconds));
  if (youngest <= opsLimits.workerSeconds) return null;
  const forSeconds = Number.isFinite(youngest) ? youngest : 0;
  return { kind: 'worker-gone', forSeconds, figures: { quietSeconds: forSeconds } };
}

function clock({ workers, clockMs }: FlowFacts): Found {
  const beating = workers.filter(({ ageSeconds }) => ageSeconds <= opsLimits.workerSeconds);
  const off = [clockMs, ...beating.map((one) => one.clockMs)].toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0;
  if (Math.abs(off) <= opsLimits.clockMs) return null;
  return { kind: 'clock-off', forSeconds: 0, figures: { clockSeconds: Math.round(off / 1000) } };
}

function aged(kind: OpsAlertKind, seconds: number, most: number, figures: OpsFigures = {}): Found {
  return seconds <= most
    ? null
    : { kind, forSeconds: seconds, figures: { oldestSeconds: Math.round(seconds), ...figures } };
}

function system(facts: FlowFacts): readonly Found[] {
  const gone = worker(facts);
  const { canary } = facts;
  return [
    gone,
    canary.on && canary.lostSeconds !== null
      ? { kind: 'canary-lost', forSeconds: canary.lostSeconds, figures: { quietSeconds: canary.lostSeconds } }
      : null,
    aged('queue-old', facts.queueSeconds, opsLimits.queueSeconds, { queued: facts.queued }),
    aged('outbox-old', facts.outboxSeconds, opsLimits.outboxSeconds, { unsent: facts.unsent }),
    aged('audit-unsealed', facts.unsealedSeconds, opsLimits.unsealedSeconds),
    clock(facts),
    // While no worker runs, only that is reported.
    gone ? null : aged('count-behind', facts.countedSeconds, opsLimits.countedSeconds),
  ];
}

/** Many mails that fail for one reason, each reason an incident of its own. */
const failing = ({ subject, forSeconds, open }: BounceClusterFacts): OpsCondition => ({
  ...{ kind: 'mail-failing', subject, forSeconds },
  figures: { failing: open },
});

/** Everything that is wrong now. `open`: what was wrong before (`conditionKey`), for what opens at one figure and closes at another. */
export function incidentConditions(facts: FlowFacts, open: ReadonlySet<string>): readonly OpsCondition[] {
  const whole = system(facts).flatMap((found) => (found ? [{ ...found, subject: '' }] : []));
  const queueIsOld = whole.some(({ kind }) => kind === 'queue-old');
  const was = (kind: OpsAlertKind, subject: string) => open.has(conditionKey({ kind, subject }));
  const bySource = facts.sources.flatMap((source) => {
    const found = [
      silent(source),
      noData(source),
      paused(source),
      lag(source, queueIsOld),
      deadLetters(source, was('dead-letters-rising', source.id)),
      refusals(source, was('refusals-rising', source.id)),
    ];
    return found.flatMap((one) => (one ? [{ ...one, subject: source.id }] : []));
  });
  return [...whole, ...bySource, ...facts.mailIncidents.map(failing)];
}

/** Facts of which nothing is wrong, for who looks at a few of them only. */
export const isWell: FlowFacts = {
  sources: [],
  workers: [],
  canary: { on: false, lostSeconds: null },
  mailIncidents: [],
  ...{ queued: 0, queueSeconds: 0, unsent: 0, outboxSeconds: 0, unsealedSeconds: 0, countedSeconds: 0, clockMs: 0 },
};
