import type { FollowUpCount, FollowUpRow, FollowUps, IncidentBanner } from '#lib/contract/follow-ups/follow-up';
import { pickUpDaysOf } from '#lib/db/access/tenant-settings';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import {
  countFollowUps,
  type FoundFollowUp,
  keptKinds,
  openFailures,
  openFollowUps,
  settledFollowUps,
  snoozedFollowUps,
  type Whose,
} from '#lib/db/follow-ups/find-follow-ups';
import { countAttempts } from '#lib/db/ledger/count-attempts';
import type { Account } from '#lib/domain/access/account';
import { followUpsOf } from '#lib/domain/follow-ups/follow-up';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { followUpRow } from './follow-up-row.ts';
import { ownIncidents } from './own-bounce-clusters.ts';
import { readPrescriptions } from './read-for-follow-ups.ts';
import { recallsHealed, recallsTouching } from './recalls-touching.ts';

const day = 86_400_000;
const settledFor = 7 * day;
const mostFolded = 50;
const mostOfIncidents = 100;

export type Asking = { readonly cursor?: string | undefined; readonly limit: number };

async function whoseOf(tx: Tx, { scope }: Account): Promise<Whose & { readonly days: number }> {
  const { tenantId, prescriberIds } = scope;
  const pickUpDays = await pickUpDaysOf(tx, tenantId);
  const pickUpBefore = new Date(Date.now() - pickUpDays * day).toISOString();
  return { tenantId, prescriberIds, pickUpBefore, days: pickUpDays };
}

const asleep = ({ snoozedUntil }: FollowUpRow): boolean =>
  snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now();

async function countOf(
  tx: Tx,
  whose: Whose,
  recalled: readonly FollowUpRow[],
  incidents: readonly IncidentBanner[],
): Promise<FollowUpCount> {
  const counted = await countFollowUps(tx, whose);
  const ofKind = (kind: string) => counted.find((one) => one.kind === kind)?.count ?? 0;
  const ours = incidents.reduce((sum, { count }) => sum + count, 0);
  const byLane = {
    not_delivered: Math.max(0, ofKind('not_delivered') - ours),
    ...{ order_problem: ofKind('order_problem'), not_picked_up: ofKind('not_picked_up'), on_hold: ofKind('on_hold') },
    recall: recalled.length,
  };
  const since = [...counted.map(({ oldest }) => oldest.toISOString()), ...recalled.map((row) => row.since)];
  const total = Object.values(byLane).reduce((sum, count) => sum + count, 0);
  return { total, byLane, oldest: since.toSorted()[0] ?? null };
}

/** The number of a doctor's tasks: shown beside the word in the navigation. Views nobody's record. */
export function countOpenFollowUps(account: Account): Promise<FollowUpCount> {
  return inTenant(account.scope, async (tx) => {
    const whose = await whoseOf(tx, account);
    const { banners } = await ownIncidents(tx, whose);
    const recalled = (await recallsTouching(tx, account)).filter((row) => !asleep(row));
    return countOf(tx, whose, recalled, banners);
  });
}

/** A doctor's tasks: open ones by lane, snoozed ones, recently settled ones, and the clusters that our side must fix. */
export async function listFollowUps(account: Account, asking: Asking, requestId: string): Promise<FollowUps> {
  const { tenantId } = account.scope;
  const [lane, since, prescriptionId] = decodeCursor(asking.cursor, ['number', 'instant', 'text']) ?? [];
  const after =
    lane !== undefined && since !== undefined && prescriptionId !== undefined
      ? { lane: Number(lane), since, prescriptionId }
      : null;
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const answer = await inTenant(account.scope, async (tx): Promise<FollowUps> => {
    const whose = await whoseOf(tx, account);
    const { banners, members, keyOf } = await ownIncidents(tx, whose);
    const found = await openFollowUps(tx, whose, after, asking.limit + 1, members);
    const ours = after ? [] : await openFailures(tx, tenantId, members, mostOfIncidents);
    const open = found.slice(0, asking.limit);
    const settledSince = new Date(Date.now() - settledFor).toISOString();
    const snoozed = await snoozedFollowUps(tx, whose, mostFolded);
    const settled = await settledFollowUps(tx, whose, settledSince, mostFolded);
    const ids = [...ours, ...open, ...snoozed, ...settled].map((task) => task.prescriptionId);
    const { rowOf } = await readPrescriptions(tx, account, ids);
    const attempts = await countAttempts(tx, tenantId, ids);
    const rowsOf = (tasks: readonly FoundFollowUp[]) =>
      tasks.flatMap((one) => {
        const read = rowOf(one.prescriptionId);
        const task = read && followUpsOf(read.parts).find(({ kind }) => kind === one.kind);
        if (!read || !task) return [];
        const incident = one.kind === 'not_delivered' ? keyOf(one.prescriptionId) : null;
        return [
          followUpRow(task, read.parts, read.shown, { attempts: attempts.get(one.prescriptionId) ?? 0, incident }),
        ];
      });
    const recalled = await recallsTouching(tx, account);
    const awake = recalled.filter((row) => !asleep(row));
    const items = [...rowsOf(ours), ...rowsOf(open), ...(after ? [] : awake)];
    const folded = [...rowsOf(snoozed), ...recalled.filter(asleep)];
    const healed = await recallsHealed(tx, account, settledSince);
    const done = [...rowsOf(settled), ...healed]
      .toSorted((a, b) => ((a.settledAt ?? '') > (b.settledAt ?? '') ? -1 : 1))
      .slice(0, mostFolded);
    const named = [...items, ...folded, ...done].flatMap((row) => (row.patient?.name ? [row.prescriptionId] : []));
    await looks.write(tx, [...new Set(named)]);
    const last = open.at(-1);
    const more = found.length > open.length && last !== undefined;
    return {
      items,
      nextCursor: more
        ? encodeCursor([keptKinds.indexOf(last.kind), last.since.toISOString(), last.prescriptionId])
        : null,
      count: await countOf(tx, whose, awake, banners),
      ...{ incidents: banners, snoozed: folded, settled: done },
    };
  });
  looks.remember();
  return answer;
}
