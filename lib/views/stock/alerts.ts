import type { Page } from '#lib/contract/base/page';
import type { AlertRow } from '#lib/contract/stock/stock';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { reopenedRecalls } from '#lib/db/recalls/reopened-recalls';
import { type AlertQuery, type FoundAlert, findAlerts } from '#lib/db/stock/find-alerts';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { dayIn } from '#lib/domain/base/time/day-in';
import { type Row, text } from '#lib/domain/ledger/fold';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { productsOf } from '#lib/views/directories/product-ref';
import { accountNames } from '#lib/views/ledger/account-names';

export type Asking = Pick<AlertQuery, 'kind' | 'state' | 'stockItemId' | 'lotNumber' | 'location'> & {
  readonly cursor?: string | undefined;
  readonly limit: number;
};

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
  const { cursor, limit, ...filter } = asking;
  const [at, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = at !== undefined && id !== undefined ? { at, id } : null;
  const today = dayIn(account.timeZone, new Date());
  const places = ownLocations(account.scope);
  const reopened = await reopenedRecalls(tx, tenantId);
  const query = { ...filter, places, tenantId, today, reopenedRecalls: reopened, after, limit: limit + 1 };
  const found = await findAlerts(tx, query);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > rows.length && last !== undefined;
  return {
    items: await rowsOf(tx, tenantId, rows),
    nextCursor: more ? encodeCursor([last.raisedAt.toISOString(), last.id]) : null,
  };
}

/** A page of alerts, newest first: open, acknowledged by a person, or resolved. */
export function listAlerts(account: Account, asking: Asking): Promise<Page<AlertRow>> {
  return inTenant(account.scope, (tx) => readAlerts(tx, account, asking));
}
