import { listen } from '#lib/db/base/listen';
import { type ChangeMessage, liveChannel } from '#lib/db/base/notify-changes';
import { everyPrescriber } from '#lib/db/overview/rewrite';
import { extentOf, may } from '#lib/domain/access/permission';
import type { Scope } from '#lib/domain/base/scope';
import { env } from '#lib/env';
import { log } from '#lib/observability/log';
import { RecentChanges } from './recent-changes.ts';

/** Query keys (first one or two parts) that went stale for one reader. */
export type StaleKeys = readonly (readonly string[])[];

type Subscriber = {
  readonly scope: Scope;
  readonly stale: (keys: StaleKeys) => void;
  /** The session may be over: the stream ends, and the browser connects again. */
  readonly ended: () => void;
};

type Hub = {
  readonly subscribers: Set<Subscriber>;
  readonly recent: RecentChanges<ChangeMessage>;
  readonly stop: () => Promise<void>;
};

declare global {
  var scriptlineLive: Hub | undefined;
}

function parse(payload: string): ChangeMessage | null {
  try {
    const value: ChangeMessage = JSON.parse(payload);
    return value;
  } catch (error) {
    log('warn', 'live.unreadable', { error });
    return null;
  }
}

/** The screens of tasks and of people that a reader has. */
function tasksOf(scope: Scope): StaleKeys {
  const people: StaleKeys = may(scope, 'directories.read') ? [['patients'], ['patient']] : [];
  if (may(scope, 'follow-ups.read')) return [['follow-ups'], ...people];
  if (may(scope, 'recalls.act')) return [['recalls'], ['recall'], ...people];
  return may(scope, 'incidents.read') ? [['incidents'], ['unassigned'], ...people] : people;
}

/** The keys that change with every batch of events, for any reader of the stream. */
const adminsLists: StaleKeys = [['events'], ['downstream'], ['dead-letters'], ['replays'], ['replay'], ['retention']];
/** The keys that an admin's change of accounts or settings, or an emergency access, makes stale. */
function accessOf(scope: Scope): StaleKeys | null {
  if (may(scope, 'access.read')) return [['access'], ['settings'], ['break-glass'], ['audit']];
  return may(scope, 'break-glass.open') ? [['break-glass']] : null;
}

/**
 * The keys that one reader receives: a doctor those of their own prescriptions only, an admin those of the stream as well. Null: nothing
 * that concerns them.
 */
export function staleFor(scope: Scope, message: ChangeMessage): StaleKeys | null {
  if (message.tenant !== scope.tenantId) return null;
  if (message.access) return accessOf(scope);
  if (message.flow) return may(scope, 'flow.read') ? [['flow']] : null;
  const events: StaleKeys = extentOf(scope, 'events.read') === 'tenant' ? adminsLists : [];
  const own = extentOf(scope, 'prescriptions.read') === 'own';
  const register: StaleKeys = may(scope, 'register.read') ? [['register'], ['pharmacy']] : [];
  const tasks: StaleKeys = [...tasksOf(scope), ...register];
  const products: StaleKeys = message.directory && may(scope, 'products.read') ? [['products']] : [];
  if (message.prescriptions === null) return [['prescriptions'], ['prescription'], ...products, ...tasks, ...events];
  const recalled = message.prescriptions.some(([, prescriber]) => prescriber === everyPrescriber);
  const named = message.prescriptions.filter(
    ([, prescriber]) => prescriber !== everyPrescriber && (!own || scope.prescriberIds.includes(prescriber)),
  );
  if (named.length === 0) {
    const keys = [...(recalled ? tasks : register), ...events];
    return keys.length === 0 ? null : keys;
  }
  return [['prescriptions'], ...named.map(([id]) => ['prescription', id]), ...tasks, ...events];
}

const everything: StaleKeys = [
  ...[['prescriptions'], ['prescription'], ['event']],
  ...adminsLists,
  ...[['follow-ups'], ['incidents'], ['unassigned']],
  ...[['patients'], ['patient'], ['products']],
  ...[['recalls'], ['recall'], ['register'], ['pharmacy'], ['flow']],
  ...[['access'], ['settings'], ['break-glass']],
];

function openHub(): Hub {
  const subscribers = new Set<Subscriber>();
  const recent = new RecentChanges<ChangeMessage>();
  const ears = listen(env().DATABASE_URL, liveChannel, {
    heard: (payload) => {
      const message = parse(payload);
      if (!message) return;
      if (message.ended === undefined) recent.remember(message, Date.now());
      for (const { scope, stale, ended } of subscribers) {
        if (message.ended !== undefined) {
          if (message.tenant === scope.tenantId && message.ended === scope.userId) ended();
          continue;
        }
        const keys = staleFor(scope, message);
        if (keys) stale(keys);
      }
    },
    connected: () => {
      // Whatever was said while we were not listening was missed: all of it is stale.
      recent.begin(Date.now());
      for (const { stale } of subscribers) stale(everything);
    },
    lost: (error) => {
      recent.end();
      log('warn', 'live.not_listening', { error });
    },
  });
  return { subscribers, recent, stop: ears.stop };
}

/**
 * Follows what goes stale for one reader; one LISTEN connection serves the whole process. `renderedAt`: when the server began to render the reader's
 * page; what went stale since is said at once (everything, where that is not known). Null: the reader looks at everything again anyway. Answers how to stop.
 */
export function follow(
  scope: Scope,
  renderedAt: number | null,
  stale: (keys: StaleKeys) => void,
  ended: () => void,
): () => void {
  globalThis.scriptlineLive ??= openHub();
  const { subscribers, recent } = globalThis.scriptlineLive;
  const subscriber = { scope, stale, ended };
  subscribers.add(subscriber);
  if (renderedAt !== null) {
    const missed = recent.since(renderedAt);
    const keys = missed === null ? everything : missed.flatMap((message) => staleFor(scope, message) ?? []);
    if (keys.length > 0) stale(keys);
  }
  return () => subscribers.delete(subscriber);
}

export function followers(): number {
  return globalThis.scriptlineLive?.subscribers.size ?? 0;
}
