import { type Incident, incidentsOf } from '#lib/domain/incident';
import { failuresSince } from './find-follow-ups.ts';
import type { Tx } from './in-tenant.ts';

/** Older failures are the doctors' again, one by one: whatever it was, nobody mended it. */
const lookBack = 3 * 86_400_000;
/** More failures than this in three days are one incident whatever we read of them. */
const mostFailures = 5_000;

/** The tenant's incidents of the last three days, open and settled, newest first. */
export async function incidentsOfTenant(tx: Tx, tenantId: string): Promise<readonly Incident[]> {
  const since = new Date(Date.now() - lookBack).toISOString();
  return incidentsOf(await failuresSince(tx, tenantId, since, mostFailures));
}
