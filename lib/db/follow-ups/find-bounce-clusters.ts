import type { Tx } from '#lib/db/base/in-tenant';
import { type BounceCluster, bounceClustersOf, fewOf } from '#lib/domain/follow-ups/bounce-cluster';
import { failuresSince, openFaultsSince } from './find-follow-ups.ts';

/** Older failures are the doctors' again, one by one: whatever it was, nobody mended it. */
const lookBack = 3 * 86_400_000;
/** More failures than this in three days are one incident whatever we read of them. */
const mostFailures = 5_000;

/** The tenant's incidents of the last three days, open and settled, newest first. */
export async function incidentsOfTenant(tx: Tx, tenantId: string): Promise<readonly BounceCluster[]> {
  const since = new Date(Date.now() - lookBack).toISOString();
  return bounceClustersOf(await failuresSince(tx, tenantId, since, mostFailures));
}

/** A month: what is ours to mend stays so, however long nobody does. */
const lookFurtherBack = 30 * 86_400_000;

/** All that is ours to mend: the incidents, and open failures of our causes that are too few to be one, newest first. */
export async function faultsOfTenant(tx: Tx, tenantId: string): Promise<readonly BounceCluster[]> {
  const incidents = await incidentsOfTenant(tx, tenantId);
  const since = new Date(Date.now() - lookFurtherBack).toISOString();
  return [...incidents, ...fewOf(await openFaultsSince(tx, tenantId, since, mostFailures), incidents)];
}
