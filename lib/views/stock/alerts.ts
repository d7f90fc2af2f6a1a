import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { alertsList } from '#lib/contract/stock/alerts-list';
import type { AlertRow } from '#lib/contract/stock/stock';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { reopenedRecalls } from '#lib/db/recalls/reopened-recalls';
import { type AlertFilter, type FoundAlert, findAlerts } from '#lib/db/stock/find-alerts';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import { type Row, text } from '#lib/domain/ledger/fold';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { productsOf } from '#lib/views/directories/product-ref';
import { accountNames } from '#lib/views/ledger/account-names';

type Asking = PageAsked<typeof alertsList> & Pick<AlertFilter, 'lotNumber'>;

async function rowsOf(tx: Tx, tenantId: string, found: readonly FoundAlert[]): Promise<AlertRow[]> {
  const dispenses = new Map<string, Row>();
  const dispenseIds = found.flatMap(({ dispenseId }) => dispenseId ?? []);
  await loadRows(tx, tenantId, 'dispense', 'id', dispenseIds, dispenses);
  const product = await productsOf(
    tx,
    tenantId,
    found.map(({ dispenseId, stockItemId, id }) => {
      const row = dispenses.get(dispenseId ?? '');
      return { id: dispenseId ?? id, row, stockItemId: stockItemId ?? text(row, 'stockItemId') };
    }),
  );
  const by = found.flatMap(({ registers }) => text(registers, 'acknowledgedBy') ?? []);
  const person = await accountNames(tx, tenantId, by);
  return found.map(({ id, registers, raisedAt, kind, state, stockItemId, lotNumber, dispenseId }) => ({
    ...{ id, kind, state, stockItemId, lotNumber, dispenseId },
    raisedAt: raisedAt.toISOString(),
    product: product(dispenseId ?? id),
    acknowledgedBy: state === 'acknowledged' ? person(text(registers, 'acknowledgedBy')) : null,
    acknowledgeReason: state === 'acknowledged' ? text(registers, 'acknowledgeReason') || null : null,
  }));
}

export async function readAlerts(tx: Tx, account: Account, asking: Asking): Promise<Page<AlertRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, sort = '-raisedAt', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const found = await findAlerts(tx, {
    ...{ tenantId, today: dayIn(account.timeZone, new Date()) },
    ...{ filter: { ...filter, places: ownLocations(account.scope) }, sort, after, limit: oneMore(limit) },
    reopenedRecalls: await reopenedRecalls(tx, tenantId),
  });
  const { rows, nextCursor } = pageOf(found, limit, (last) => [last.raisedAt.toISOString(), last.id]);
  return { items: await rowsOf(tx, tenantId, rows), nextCursor };
}

/** A page of alerts, newest first unless asked otherwise: open, seen by somebody, or cured. */
export function listAlerts(account: Account, asking: Asking): Promise<Page<AlertRow>> {
  return inTenant(account.scope, (tx) => readAlerts(tx, account, asking));
}
