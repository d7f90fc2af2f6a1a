import type { DispenseRow } from '#lib/contract/dispenses/dispense';
import type { ToDo, Today, TodayNumbers } from '#lib/contract/overview/pharmacy';
import { inTenant } from '#lib/db/base/in-tenant';
import { countDispenses } from '#lib/db/dispenses/find-dispenses';
import { openRecalls } from '#lib/db/recalls/reopened-recalls';
import { countExpiring } from '#lib/db/stock/find-lots';
import { countReturnsToDecide } from '#lib/db/stock/find-returns';
import { countBelow } from '#lib/db/stock/find-stock-items';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import { byUrgency, expiryAge, urgencyOf, type WorklistKind } from '#lib/domain/overview/worklist';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { listRecalls } from '#lib/views/recalls/recalls';
import { listLots } from '#lib/views/stock/lot-list';
import { listReturns } from '#lib/views/stock/return-list';
import { listStockItems } from '#lib/views/stock/stock-list';

const soon = 30;
const most = 20;
const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The six numbers of the pharmacist's home; each is the length of the list that its link opens. */
export function todayNumbers({ scope, timeZone }: Account): Promise<TodayNumbers> {
  const { tenantId } = scope;
  const today = dayIn(timeZone, new Date());
  const places = ownLocations(scope);
  return inTenant(scope, async (tx) => {
    const toReview = await countDispenses(tx, tenantId, { reviewed: 'no', places });
    const lacking = await countDispenses(tx, tenantId, { countersign: 'lacking', places });
    const returns = await countReturnsToDecide(tx, tenantId, places);
    return {
      toReview: { count: toReview.count, oldest: iso(toReview.oldest) },
      lacking: { count: lacking.count, oldest: iso(lacking.oldest) },
      below: await countBelow(tx, tenantId, today, places),
      expiring: { count: await countExpiring(tx, tenantId, today, soon, places) },
      recalls: await openRecalls(tx, tenantId),
      returns: { count: returns.count, oldest: iso(returns.oldest) },
    };
  });
}

const nothing = {
  ...{ patient: null, lot: null, schedule: null, quantity: null, unit: null, note: null, since: null },
} as const;

function ofDispense(kind: WorklistKind, row: DispenseRow, note: string | null, href: string, now: number): ToDo {
  const { id, product, patient, lot, schedule, quantity, unit, at } = row;
  const score = urgencyOf(kind, at, now);
  return {
    ...{ kind, id: `${kind} ${id}`, product, patient, lot, schedule, quantity, unit },
    note,
    since: at,
    href,
    score,
  };
}

/**
 * The next tasks, by risk × age over everything that waits, each with a link to its screen. Within one kind the oldest is the most urgent,
 * so that of each no more can be among those shown than the oldest few. Names shown count as views.
 */
async function worklist(account: Account, requestId: string): Promise<readonly ToDo[]> {
  const now = Date.now();
  const limit = most;
  const recalls = await listRecalls(account, { limit, sort: 'recalledAt', state: 'open' });
  const lacking = await listDispenses(account, { limit, sort: 'at', countersign: 'lacking' }, requestId);
  const flagged = await listDispenses(account, { limit, sort: 'at', reviewed: 'flagged' }, requestId);
  const toReview = await listDispenses(account, { limit, sort: 'at', reviewed: 'no', overridden: true }, requestId);
  const none = await listStockItems(account, { waiting: 'none_usable', limit });
  const below = await listStockItems(account, { waiting: 'reorder', limit });
  const expired = await listLots(account, { within: 0, decided: 'no', limit });
  const expiring = await listLots(account, { within: soon, decided: 'no', limit });
  const returns = await listReturns(account, { limit, sort: 'at', state: 'open' }, requestId);
  const id = encodeURIComponent;
  const all: ToDo[] = [
    ...recalls.items.map(
      (row): ToDo => ({
        ...{ ...nothing, kind: 'recall', id: `recall ${row.id}`, since: row.recalledAt },
        product: { code: null, name: row.lots[0]?.product ?? null },
        ...{ lot: row.lots[0]?.lot ?? null, note: row.reason },
        ...{ href: `/recalls/${id(row.id)}`, score: urgencyOf('recall', row.recalledAt, now) },
      }),
    ),
    ...lacking.items.map((row) =>
      ofDispense('countersign', row, row.pharmacist, `/dispenses?countersign=lacking&open=${id(row.id)}`, now),
    ),
    ...flagged.items.map((row) =>
      ofDispense('flagged', row, row.flagReason, `/dispenses?reviewed=flagged&open=${id(row.id)}`, now),
    ),
    ...toReview.items.map((row) =>
      ofDispense('override', row, row.overrides[0]?.alert ?? null, `/dispenses?reviewed=no&open=${id(row.id)}`, now),
    ),
    ...[...none.items, ...below.items].map((row, index): ToDo => {
      const kind = index < none.items.length ? 'none_usable' : 'reorder';
      return {
        ...{
          ...nothing,
          kind,
          id: `reorder ${row.id}`,
          product: row.product,
          quantity: row.known ? row.usable : row.observed,
          unit: row.unit,
        },
        ...{ note: row.reorderPoint, since: row.belowSince, href: `/stock?show=below&open=${id(row.id)}` },
        score: urgencyOf(kind, row.belowSince, now),
      };
    }),
    ...[...expired.items, ...expiring.items].map((row): ToDo => {
      const kind = (row.daysLeft ?? 0) < 0 ? 'expired' : 'expiry';
      const age = row.expiryDate === null ? null : expiryAge(row.expiryDate, soon, kind === 'expired');
      return {
        ...{ ...nothing, kind, id: `expiry ${row.id}`, product: row.product, lot: row.lotNumber },
        ...{ quantity: row.atRisk, unit: row.unit },
        ...{ note: row.expiryDate, href: `/lots/${id(row.id)}`, score: urgencyOf(kind, age, now) },
      };
    }),
    ...returns.items.map(
      (row): ToDo => ({
        ...{
          ...nothing,
          kind: 'return',
          id: `return ${row.id}`,
          product: row.product,
          patient: row.patient,
          lot: row.lot,
        },
        ...{ quantity: row.quantity, unit: row.unit, note: row.reason, since: row.at },
        ...{ href: '/returns?state=open', score: urgencyOf('return', row.at, now) },
      }),
    ),
  ];
  return byUrgency(all).slice(0, most);
}

export async function getToday(account: Account, requestId: string): Promise<Today> {
  return { numbers: await todayNumbers(account), next: await worklist(account, requestId) };
}
