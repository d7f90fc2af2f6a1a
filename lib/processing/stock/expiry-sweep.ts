import { recordAction } from '#lib/actions/record-action';
import { acrossTenants } from '#lib/db/base/across-tenants';
import { inTenant } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { everyTenant, expiringUnnoticed } from '#lib/db/stock/unalerted-expiries';
import { rowId } from '#lib/domain/base/json/row-id';
import { log } from '#lib/observability/log';

/** Our own horizon: a source that warns does so earlier or later; a silent one is not waited for. */
export const expiryHorizonDays = 60;
const atOnce = 200;

/**
 * Raises an alert of our own for each lot of a tenant within the horizon that nobody warned of. A second call raises no second alert: the
 * lot and its date are the key.
 */
export async function sweepExpiries(tenantId: string): Promise<number> {
  return retryContention(() =>
    inTenant({ tenantId }, async (tx) => {
      const found = await expiringUnnoticed(tx, tenantId, expiryHorizonDays, atOnce);
      for (const lot of found) {
        const key = `expiry-sweep|${rowId(lot.stockItemId, lot.lotNumber, lot.expiryDate)}`;
        const data = { kind: 'expiry', ...lot, horizonDays: expiryHorizonDays };
        const act = { type: 'scriptline.alert.raised', key, data, at: await databaseNow(tx) };
        await recordAction(tx, { tenantId, userId: null }, act);
      }
      return found.length;
    }),
  );
}

/** The daily round over every tenant. */
export async function sweepEveryExpiry(): Promise<void> {
  const tenants = await acrossTenants(everyTenant);
  for (const tenantId of tenants) {
    const raised = await sweepExpiries(tenantId);
    if (raised > 0) log('info', 'expiry.swept', { tenantId, count: raised });
  }
}
