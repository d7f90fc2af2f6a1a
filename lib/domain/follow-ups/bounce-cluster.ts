import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';

/** One failed mail, open or settled. `at` is ISO 8601 UTC. */
export type Failure = {
  readonly prescriptionId: string;
  readonly prescriberId: string;
  readonly at: string;
  readonly cause: EmailCauseWord;
  readonly domain: string | null;
  readonly open: boolean;
  /** Its doctor has snoozed it. */
  readonly asleep: boolean;
};

/**
 * Many failures of one domain or one cause within minutes: one fault that our side must fix. `what` tells which it is named by; `few`: too
 * few to be a cluster, and of a cause that our side must fix all the same. `key` names it in an address: what, word and the moment of its
 * first failure.
 */
export type BounceCluster = {
  readonly key: string;
  readonly what: 'domain' | 'cause' | 'few';
  readonly cause: EmailCauseWord;
  readonly domain: string | null;
  readonly since: string;
  readonly lastAt: string;
  readonly members: readonly Failure[];
};

const chain = 10 * 60_000;
const least = 10;

/** Faults on the way, not of one address: only these form a cluster. `unknown` does where one server gives it for everybody. */
export const faultsOfTheWay: readonly EmailCauseWord[] = ['refused', 'sender', 'passing'];

const ofOneServer: readonly EmailCauseWord[] = [...faultsOfTheWay, 'unknown'];

/** Splits failures, in the order of time, where none came for ten minutes. */
function chains(failures: readonly Failure[]): readonly (readonly Failure[])[] {
  const all: Failure[][] = [];
  for (const failure of failures) {
    const last = all.at(-1)?.at(-1);
    if (last && Date.parse(failure.at) - Date.parse(last.at) <= chain) all.at(-1)?.push(failure);
    else all.push([failure]);
  }
  return all;
}

/** Ten failures within ten minutes, somewhere in it. */
function isDense(failures: readonly Failure[]): boolean {
  return failures.some((failure, index) => {
    const tenth = failures[index + least - 1];
    return tenth !== undefined && Date.parse(tenth.at) - Date.parse(failure.at) <= chain;
  });
}

function groupsOf(
  failures: readonly Failure[],
  wordOf: (failure: Failure) => string | null,
): readonly (readonly Failure[])[] {
  const groups = Map.groupBy(failures, wordOf);
  return [...groups].flatMap(([word, group]) => (word === null ? [] : chains(group).filter(isDense)));
}

/** A fault of no single server: it shows at three that would be clusters of their own, or at many that would not. */
function isOfManyServers(members: readonly Failure[]): boolean {
  const servers = groupsOf(members, ({ domain }) => domain);
  const alone = new Set(servers.flat());
  return servers.length >= 3 || isDense(members.filter((failure) => !alone.has(failure)));
}

/** The cause that most of them have; the first in the alphabet where two are equally many. */
function mostFrequentCause(members: readonly Failure[]): EmailCauseWord {
  const counts = [...Map.groupBy(members, ({ cause }) => cause)].map(([cause, all]) => [cause, all.length] as const);
  counts.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return counts[0]?.[0] ?? 'unknown';
}

function incident(members: readonly Failure[], what: BounceCluster['what']): BounceCluster {
  const since = members[0]?.at ?? '';
  const domain = what === 'cause' ? null : (members[0]?.domain ?? null);
  const cause = mostFrequentCause(members);
  const key = `${subjectOf({ what, cause, domain })}~${Date.parse(since).toString(36)}`;
  return { key, what, cause, domain, since, lastAt: members.at(-1)?.at ?? since, members };
}

/** The subject of a cluster, whenever it began. */
export function subjectOf({ what, cause, domain }: Pick<BounceCluster, 'what' | 'cause' | 'domain'>): string {
  if (what === 'few') return `few~${cause}~${domain ?? ''}`;
  return `${what}~${domain ?? cause}`;
}

const inOrder = (failures: readonly Failure[]) =>
  failures.toSorted((a, b) => (a.at === b.at ? (a.prescriptionId < b.prescriptionId ? -1 : 1) : a.at < b.at ? -1 : 1));

/** Causes that no doctor can fix, however few meet them. */
export const isOurFault = ['refused', 'sender'] as const satisfies readonly EmailCauseWord[];

/** Failures outside any cluster that our side must fix: open ones by cause and domain, from the first one on. */
export function fewOf(failures: readonly Failure[], incidents: readonly BounceCluster[]): readonly BounceCluster[] {
  const taken = new Set(incidents.flatMap(({ members }) => members.map(({ prescriptionId }) => prescriptionId)));
  const ours: readonly EmailCauseWord[] = isOurFault;
  const left = failures.filter((one) => one.open && ours.includes(one.cause) && !taken.has(one.prescriptionId));
  const groups = Map.groupBy(inOrder(left), ({ cause, domain }) => `${cause} ${domain ?? ''}`);
  return [...groups.values()].map((members) => incident(members, 'few')).sort((a, b) => (a.lastAt > b.lastAt ? -1 : 1));
}

/**
 * The clusters among some failures, newest first. Computed at reading and stored nowhere: a pure function of the follow-ups' rows, so that
 * neither the order of events nor a rebuild can change it, and a cluster needs no settling of its own. A fault that many domains meet is
 * one of its cause; the rest is grouped domain by domain.
 */
export function bounceClustersOf(failures: readonly Failure[]): readonly BounceCluster[] {
  const sorted = inOrder(failures);
  const ofWay = sorted.filter(({ cause }) => faultsOfTheWay.includes(cause));
  const byCause = groupsOf(ofWay, ({ cause }) => cause)
    .filter(isOfManyServers)
    .map((members) => incident(members, 'cause'));
  const taken = new Set(byCause.flatMap(({ members }) => members));
  const left = sorted.filter((failure) => ofOneServer.includes(failure.cause) && !taken.has(failure));
  const byDomain = groupsOf(left, ({ domain }) => domain).map((members) => incident(members, 'domain'));
  return [...byCause, ...byDomain].sort((a, b) => (a.lastAt > b.lastAt ? -1 : 1));
}

export const openMembers = ({ members }: BounceCluster): readonly Failure[] => members.filter(({ open }) => open);

/** The cluster that a key named when it was read: an earlier failure may have come since and moved its beginning. */
export function findBounceCluster(all: readonly BounceCluster[], key: string): BounceCluster | null {
  const exact = all.find((incident) => incident.key === key);
  if (exact) return exact;
  const cut = key.lastIndexOf('~');
  const subject = key.slice(0, Math.max(0, cut));
  const at = new Date(Number.parseInt(key.slice(cut + 1), 36));
  if (Number.isNaN(at.getTime())) return null;
  const moment = at.toISOString();
  return all.find((one) => subjectOf(one) === subject && one.since <= moment && one.lastAt >= moment) ?? null;
}
